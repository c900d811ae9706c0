import type { Answer, Ask } from '../answer/answer.ts';
import { answer } from '../answer/build.ts';
import { text } from '../answer/text.ts';
import type { AskedFacts } from '../ask/asked-facts.ts';
import { prose } from '../concept/prose.ts';
import {
  costsAndRisks,
  existingServices,
  manifestParts,
  missingWorkload,
  sourceNote,
  subject,
  unreadNote,
} from './answer-parts.ts';
import { besideOf } from './beside-of.ts';
import { decisionActions } from './decision-actions.ts';
import { askOf, type Origin } from './ask-of.ts';
import type { Proposal } from './propose.ts';

/** The YAML first, then what to know about it. */
export function manifestAnswer(proposal: Proposal, origin: Origin, stated: AskedFacts): Answer {
  const { decision, written, cluster, hints } = proposal;
  const { leaf, recommendation, ask } = decision;
  const thing = written.manifest === undefined ? text`The command` : text`The manifest`;
  return answer('manifest', text`${thing} of ${prose(leaf.call)}${subject(stated)}: ${prose(leaf.because)}.`, {
    facts: stated,
    recommendation,
    ...(ask === undefined ? {} : { asks: [askOf(ask, origin, stated, besideOf(hints))] }),
    parts: [
      ...missingWorkload(proposal),
      ...existingServices(proposal),
      ...manifestParts(proposal),
      ...costsAndRisks(proposal),
      ...unreadNote(proposal),
      sourceNote(leaf),
    ],
    actions: decisionActions(proposal, origin),
    ...(written.manifest === undefined ? {} : { manifests: [written.manifest] }),
    ...(cluster === undefined ? {} : { read: { cluster: cluster.cluster, at: cluster.takenAt } }),
  });
}

/** YAML for nothing that was named: what it is for has to be said first. */
export function whichWorkloadAnswer(stated: AskedFacts): Answer {
  const ask = (fact: Ask['fact'], question: string): Ask => ({ fact, question, options: [] });
  return answer('manifest', 'Which workload is the manifest for, and on which port does it listen?', {
    facts: stated,
    asks: [ask('workload', 'Which workload is it for?'), ask('port', 'On which port does it listen?')],
    parts: [{ kind: 'text', text: text`For example: manifest ClusterIP web -n shop --port 80` }],
  });
}
