import type { Answer } from '../answer/answer.ts';
import { answer, heading, paragraph } from '../answer/build.ts';
import { code, strong, text, type Text } from '../answer/text.ts';
import { firstOf, type AskedFacts } from '../ask/asked-facts.ts';
import type { Talk } from '../ask/talk.ts';
import { prose } from '../concept/prose.ts';
import {
  assumedPart,
  costsAndRisks,
  existingServices,
  manifestParts,
  missingWorkload,
  nameOf,
  sourceNote,
  subject,
  unreadNote,
  whyNot,
} from './answer-parts.ts';
import { decisionBasis } from './decision-basis.ts';
import { decisionActions } from './decision-actions.ts';
import type { Origin } from './ask-of.ts';
import { changedWords } from './changed-words.ts';
import type { Proposal } from './propose.ts';
import { whyAnswer } from './why-answer.ts';
import { whyNotAnswer } from './why-not-answer.ts';

/**
 * The decision in words: the type and the reason, why not the next two, what it costs, the path, the manifest.
 * When nothing tells who calls, it asks that first and shows what it would say otherwise. `stated` are the facts that
 * the person said, without what is only implied.
 */
export function decideAnswer(proposal: Proposal, origin: Origin, stated: AskedFacts): Answer {
  const { decision, written } = proposal;
  const { leaf, recommendation } = decision;
  const talk: Talk = origin.verb === 'manifest' ? {} : origin;
  if (talk.whyNot !== undefined) return whyNotAnswer(proposal, origin, stated, talk.whyNot);
  if (talk.why === true) return whyAnswer(proposal, origin, stated);
  const common = decisionBasis(proposal, origin, stated);
  if (common.recommendation === undefined) {
    return answer('decide', openHeadline(stated), {
      ...common,
      parts: [
        ...missingWorkload(proposal),
        ...existingServices(proposal),
        paragraph(
          text`Until you say, I assume pods in the cluster: then it is ${prose(leaf.call)}, because ${prose(leaf.because)}.`,
        ),
      ],
    });
  }
  return answer('decide', headline(proposal, talk), {
    ...common,
    parts: [
      ...assumedPart(proposal),
      ...deniedPart(proposal),
      ...missingWorkload(proposal),
      ...existingServices(proposal),
      ...whyNot(leaf),
      ...costsAndRisks(proposal),
      heading('How I got there'),
      { kind: 'trace', steps: recommendation.trace },
      ...manifestParts(proposal),
      ...unreadNote(proposal),
      sourceNote(leaf),
    ],
    actions: decisionActions(proposal, origin),
    ...(written.manifest === undefined ? {} : { manifests: [written.manifest] }),
  });
}

/** After a change it says what became of the recommendation. */
function headline({ decision, facts }: Proposal, talk: Talk): Text {
  const { leaf } = decision;
  const because = text`${subject(facts)}: ${prose(leaf.because)}.`;
  if (talk.was === undefined) return text`Use ${prose(leaf.call)}${because}`;
  const words = changedWords(talk, facts);
  const changed = words === '' ? '' : `${words}: `;
  return talk.was === leaf.recommend
    ? text`${changed}${words === '' ? 'S' : 's'}till ${prose(leaf.call)}${because}`
    : text`${changed}${words === '' ? 'U' : 'u'}se ${prose(leaf.call)} instead of ${nameOf(talk.was)}${because}`;
}

function openHeadline(facts: AskedFacts): Text {
  const name = firstOf(facts.workload) ?? firstOf(facts.service);
  return name === undefined
    ? text`I need to know one thing before I recommend a type.`
    : text`To expose ${code(name)} I need to know one thing first.`;
}

function deniedPart({ decision }: Proposal): Answer['parts'] {
  const { denied } = decision;
  if (denied === undefined) return [];
  return [paragraph(text`${strong(nameOf(denied))} would be the first choice here, but you ruled it out.`)];
}
