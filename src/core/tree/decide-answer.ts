import type { Answer } from '../answer/answer.ts';
import { answer, heading, paragraph } from '../answer/build.ts';
import { code, strong, text, type Text } from '../answer/text.ts';
import { firstOf, type AskedFacts } from '../ask/asked-facts.ts';
import { prose } from '../concept/prose.ts';
import {
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
import { decisionActions } from './decision-actions.ts';
import { askOf, type Origin } from './ask-of.ts';
import type { Proposal } from './propose.ts';

/**
 * The decision in words: the type and the reason, why not the next two, what it costs, the path, the manifest.
 * When nothing tells who calls, it asks that first and shows what it would say otherwise. `stated` are the facts that
 * the person said, without what is only implied.
 */
export function decideAnswer(proposal: Proposal, origin: Origin, stated: AskedFacts): Answer {
  const { decision, cluster, written } = proposal;
  const { leaf, ask, open, recommendation } = decision;
  const asks = ask === undefined ? [] : [askOf(ask, origin, stated)];
  const common = {
    facts: stated,
    ...(asks.length === 0 ? {} : { asks }),
    ...(cluster === undefined ? {} : { read: { cluster: cluster.cluster, at: cluster.takenAt } }),
  };
  if (open && asks.length > 0) {
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
  return answer('decide', headline(proposal), {
    ...common,
    recommendation,
    parts: [
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

function headline({ decision, facts }: Proposal): Text {
  const { leaf } = decision;
  return text`Use ${prose(leaf.call)}${subject(facts)}: ${prose(leaf.because)}.`;
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
