import type { Answer } from '../answer/answer.ts';
import { answer, heading } from '../answer/build.ts';
import { text } from '../answer/text.ts';
import type { AskedFacts } from '../ask/asked-facts.ts';
import { prose } from '../concept/prose.ts';
import { assumedPart, nameOf, sourceNote, subject, whyNot } from './answer-parts.ts';
import type { Origin } from './ask-of.ts';
import { manifestAction } from './decision-actions.ts';
import { decisionBasis } from './decision-basis.ts';
import type { Proposal } from './propose.ts';

/** "why?" after a decision: the way through the tree, and where each answer on it came from. */
export function whyAnswer(proposal: Proposal, origin: Origin, stated: AskedFacts): Answer {
  const { leaf, recommendation } = proposal.decision;
  return answer('decide', text`Why ${prose(leaf.call)}${subject(proposal.facts)}: ${prose(leaf.because)}.`, {
    ...decisionBasis(proposal, origin, stated),
    parts: [
      ...assumedPart(proposal),
      heading('How I got there'),
      { kind: 'trace', steps: recommendation.trace },
      ...whyNot(leaf),
      sourceNote(leaf),
    ],
    actions: [manifestAction(proposal, origin, leaf.recommend, `${nameOf(leaf.recommend)} YAML`)],
  });
}
