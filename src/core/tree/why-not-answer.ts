import type { Action, Answer, RecommendationType } from '../answer/answer.ts';
import { action, answer, list, paragraph } from '../answer/build.ts';
import { joinTexts, text, type Text } from '../answer/text.ts';
import type { AskedFacts } from '../ask/asked-facts.ts';
import { formatRequest } from '../ask/format-request.ts';
import { prose } from '../concept/prose.ts';
import { nameOf, sourceNote, subject } from './answer-parts.ts';
import { withFact, type Origin } from './ask-of.ts';
import { manifestAction } from './decision-actions.ts';
import { decisionBasis } from './decision-basis.ts';
import type { Proposal } from './propose.ts';
import { whyAnswer } from './why-answer.ts';
import { whatItTakes, type Difference } from './why-not.ts';

/** "why not NodePort?": the reason against it here, what would have to be different, and its manifest all the same. */
export function whyNotAnswer(proposal: Proposal, origin: Origin, stated: AskedFacts, type: RecommendationType): Answer {
  const { decision, facts, cluster, hints } = proposal;
  const { leaf } = decision;
  if (leaf.recommend === type) return whyAnswer(proposal, origin, stated);
  const takes = whatItTakes(type, facts, cluster, hints);
  return answer('decide', headline(proposal, type), {
    ...decisionBasis(proposal, origin, stated),
    parts: [
      ...(takes === undefined || takes.length === 0
        ? []
        : [paragraph(text`It would be my choice if:`), list(takes.map(differenceWords))]),
      paragraph(text`As it is, take ${prose(leaf.call)}: ${prose(leaf.because)}.`),
      sourceNote(leaf),
    ],
    actions: [
      ...whatIf(takes, origin),
      manifestAction(proposal, origin, type, `${nameOf(type)} anyway`),
      manifestAction(proposal, origin, leaf.recommend, `${nameOf(leaf.recommend)} YAML`),
    ],
  });
}

function headline({ decision, facts, hints }: Proposal, type: RecommendationType): Text {
  const about = text`${nameOf(type)}${subject(facts)}`;
  if (hints.denied?.includes(type) === true) return text`You ruled ${about} out.`;
  const because = decision.leaf.instead.find((one) => one.type === type)?.because;
  return because === undefined
    ? text`I did not choose ${about}: it answers another need than yours.`
    : text`I did not choose ${about}: ${prose(because)}.`;
}

function differenceWords({ question, options, now }: Difference): Text {
  const labels = joinTexts(
    options.map((option) => prose(option.label)),
    ' or ',
  );
  return text`${question.label}: ${labels}${now === undefined ? ' (not said yet)' : text` (now: ${prose(now)})`}`;
}

/** When one answer makes the difference, a button decides with it. */
function whatIf(takes: readonly Difference[] | undefined, origin: Origin): readonly Action[] {
  const [only, ...more] = takes ?? [];
  const option = only?.options[0];
  if (only === undefined || option === undefined || more.length > 0) return [];
  if (option.means !== undefined || origin.verb === 'manifest') return [];
  return [action(`What if: ${option.label}`, formatRequest(withFact(only.question.fact, option, origin)))];
}
