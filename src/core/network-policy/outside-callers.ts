import type { Node } from '../model/kinds/cluster.ts';
import type { Service } from '../model/kinds/service.ts';
import { ingressRules, opensPort, type GuardedPods, type TargetPort } from './admission.ts';
import { parseRange } from './cidr.ts';
import { rulePeers } from './rule-peers.ts';

/**
 * What callers from outside look like to the pods. nodes: kube-proxy puts a node's address in place of theirs ·
 * clients: their own addresses stay.
 * Source: kubernetes.io/docs/tutorials/services/source-ip/
 */
export function seenAs(service: Service): 'nodes' | 'clients' {
  return service.spec.externalTrafficPolicy === 'Local' || sendsToPods(service) ? 'clients' : 'nodes';
}

/** Load balancers that send to the pods themselves, past the nodes: their own address or the client's is seen. */
export function sendsToPods({ metadata }: Service): boolean {
  const { annotations } = metadata;
  return (
    annotations['service.beta.kubernetes.io/aws-load-balancer-nlb-target-type'] === 'ip' ||
    annotations['service.beta.kubernetes.io/aws-load-balancer-type'] === 'nlb-ip' ||
    annotations['cloud.google.com/neg'] !== undefined
  );
}

/**
 * Ports that rules open to pods, but to no address from which outside callers can come. A port that no rule opens to
 * anybody is not for here. With `nodes` unread every ipBlock counts as theirs.
 */
export function shutToOutside(group: GuardedPods, service: Service, nodes: Iterable<Node> | undefined): readonly TargetPort[] {
  const rules = ingressRules(group);
  const addresses = [...(nodes ?? [])]
    .flatMap((node) => node.status.addresses.filter((one) => one.type === 'InternalIP'))
    .map((one) => parseRange(one.address))
    .filter((range) => range !== undefined);
  const toNodes = seenAs(service) === 'nodes' && addresses.length > 0;
  return group.targets.filter((target) => {
    const opening = rules.filter((rule) => opensPort(rule, target));
    if (opening.length === 0 || opening.some(({ rule }) => rule.peers === undefined)) return false;
    if (!toNodes) return opening.every(({ rule }) => (rule.peers ?? []).every((peer) => peer.ipBlock === undefined));
    return addresses.every((range) =>
      opening.every(
        ({ rule, policy }) =>
          rulePeers(rule, policy.metadata.namespace, { is: 'addresses', range }, () => ({ labels: {}, complete: true }))
            .match === 'no',
      ),
    );
  });
}
