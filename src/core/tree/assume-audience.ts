import { allOf } from '../ask/asked-facts.ts';
import type { Known } from './known.ts';
import type { Assumed } from './question.ts';

const outside = 'clients outside the cluster';

/** Facts that let one expect who calls, though nobody says it. The first row that fits decides; none is an open question. */
const rows: readonly { readonly when: (known: Known) => boolean; readonly value: string; readonly say: string }[] = [
  {
    when: ({ facts, hints }) => facts.externalHost !== undefined || (hints.addresses?.length ?? 0) > 0,
    value: 'outside-service',
    say: 'pods call something outside the cluster',
  },
  { when: ({ hints }) => hints.mustBePrivate === true, value: 'vpc/internal-network', say: 'the internal network only' },
  { when: ({ facts }) => facts.perPodAddress === true, value: 'cluster', say: 'its peers and clients in the cluster' },
  { when: isLocal, value: 'own-machine', say: 'your own machine' },
  {
    when: ({ facts, hints }) => facts['http-routing'] === true || facts.tls === true || hints.sharedEntry === true,
    value: 'internet',
    say: 'browsers and clients outside the cluster',
  },
  { when: ({ facts }) => facts.staticIp === true || facts.clientIp === true, value: 'internet', say: outside },
  { when: ({ hints }) => hints.noLoadBalancer === true, value: 'internet', say: outside },
  { when: ({ facts }) => facts.cloud !== undefined, value: 'internet', say: outside },
  { when: ({ facts }) => allOf(facts.protocol).includes('gRPC'), value: 'cluster', say: 'other services in the cluster' },
  {
    when: ({ facts }) => facts.environment !== undefined && allOf(facts.protocol).includes('HTTP'),
    value: 'internet',
    say: 'browsers and clients outside the cluster',
  },
  {
    when: ({ facts, cluster }) => facts.stateful === true || cluster?.workload?.kind === 'StatefulSet',
    value: 'cluster',
    say: 'pods of the cluster, as for most databases and brokers',
  },
  { when: ({ facts }) => facts.kind === 'DaemonSet', value: 'cluster', say: 'pods of the cluster' },
  { when: ({ hints }) => hints.manifest === true, value: 'cluster', say: 'pods of the cluster' },
];

export function assumeAudience(known: Known): Assumed | undefined {
  return rows.find((row) => row.when(known));
}

function isLocal({ facts, cluster }: Known): boolean {
  const cloud = facts.cloud ?? cluster?.cloud;
  return facts.environment === 'local' || cloud === 'minikube' || cloud === 'kind';
}
