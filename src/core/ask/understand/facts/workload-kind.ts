import { workloadKinds } from '../../asked-facts.ts';
import { readManifests } from '../text/pasted.ts';
import { find, word } from '../text/message.ts';
import type { FactFinder } from './fact.ts';

/** The kinds in the order in which they count: a pod is mentioned with every kind. */
const order = [
  'StatefulSet',
  'DaemonSet',
  'ReplicationController',
  'ReplicaSet',
  'CronJob',
  'Job',
  'Deployment',
  'Pod',
] as const;

/** `kind`: what runs. "Pod" only when a pod is what is to be exposed. */
export const kindFacts: FactFinder = (message, intent) => {
  if (intent === 'concept' || intent === 'list' || intent === 'scan') return [];
  for (const kind of order) {
    const name = kind.toLowerCase();
    const pattern =
      kind === 'Pod'
        ? word(
            '(?:a|my|single|one|bare|expose|expose the|the) pod (?:called|named|[a-z0-9-]+ (?:on|with|to|outside|from))|bare pod|single pod|(?:for|made a|have a|create a|run a) pod (?!is|has|can|ip|ips|to|in|on|and|but|network|that)[a-z0-9-]+|made a pod|pod \\/ [a-z0-9-]+',
          )
        : kind === 'Job'
          ? word('(?:a|my|the) job(?: [a-z0-9-]+)? (?:pod|pods)|job \\/ [a-z0-9-]+')
          : word(kind === 'Deployment' ? 'deployments?|deploy \\/ [a-z0-9-]+' : `${name}s?`);
    const hit = find(message, pattern);
    if (hit !== undefined) return [{ fact: 'kind', value: kind, words: hit.words }];
  }
  const pasted = readManifests(message.sections.yaml).find((one) => workloadKinds.some((kind) => kind === one.kind));
  const kind = workloadKinds.find((one) => one === pasted?.kind);
  return kind === undefined ? [] : [{ fact: 'kind', value: kind, words: `kind: ${kind}` }];
};
