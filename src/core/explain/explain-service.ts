import type { Answer } from '../answer/answer.ts';
import { answer, paragraph } from '../answer/build.ts';
import { text } from '../answer/text.ts';
import { readOf } from '../answer/read-of.ts';
import type { Service } from '../model/kinds/service.ts';
import { routesTo } from '../model/entry/what-leads-here.ts';
import type { ResourceName } from '../model/resources.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { changesPart } from './changes.ts';
import { dnsNames } from './dns-names.ts';
import { endpointsTable } from './endpoints.ts';
import { eventsPart } from './events.ts';
import { factsTable } from './facts-table.ts';
import { healthOf } from './health.ts';
import { inWords } from './in-words.ts';
import { kindWords } from './kind-words.ts';
import { whatLeadsHere } from './leads-here.ts';
import { loadBalancerParts } from './load-balancer.ts';
import { nextSteps } from './next-steps.ts';
import { policyParts } from './policies.ts';
import { portsTable } from './ports.ts';
import { surroundingsOf } from './surroundings.ts';
import { unreadParts } from './unread.ts';
import { whatFollows } from './what-follows.ts';
import { whoCanReach } from './who-can-reach.ts';

/** What `explain` looks at. All but services may be unread: then the answer says so. */
export const explainNeeds: readonly ResourceName[] = [
  'services',
  'endpointslices',
  'pods',
  'replicasets',
  'ingresses',
  'httproutes',
  'grpcroutes',
  'tlsroutes',
  'gateways',
  'referencegrants',
  'networkpolicies',
  'nodes',
  'events',
];

/** What a Service is, who reaches it where, what stands behind it, what leads to it and what limits it. Throws nothing. */
export function explainService(snapshot: Snapshot, service: Service): Answer {
  const around = surroundingsOf(snapshot, service);
  const { namespace, name } = service.metadata;
  const health = healthOf(around);
  const reads = [
    around.slices,
    around.livePods,
    snapshot.in('replicasets', namespace),
    snapshot.in('ingresses', namespace),
    routesTo({ snapshot, namespace, name }),
    snapshot.in('networkpolicies', namespace),
    snapshot.in('events', namespace),
    snapshot.all('nodes'),
  ];
  return answer('explain', text`${kindWords(service)}${health.say.length === 0 ? '' : '; '}${health.say}.`, {
    ...(health.status === undefined ? {} : { status: health.status }),
    facts: { service: name, namespace },
    parts: [
      paragraph(inWords(around)),
      factsTable(around),
      ...portsTable(around),
      ...endpointsTable(around),
      ...whoCanReach(around),
      ...dnsNames(around),
      ...whatLeadsHere(around),
      ...policyParts(around),
      ...whatFollows(around),
      ...loadBalancerParts(service),
      ...changesPart(around),
      ...eventsPart(around),
      ...unreadParts(service.spec.type === 'ExternalName' ? [] : reads),
    ],
    actions: nextSteps(around),
    read: readOf(snapshot),
  });
}
