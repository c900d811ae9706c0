import type { Labels } from '../model/kinds/meta.ts';
import type { LabelSelector, NetworkPolicyPeer } from '../model/kinds/network-policy.ts';
import type { Pod } from '../model/kinds/pod.ts';
import { nearestLabels } from '../model/selectors/nearest-labels.ts';
import { slipBetween } from '../model/selectors/slip.ts';
import { topOwner } from '../model/workloads/top-owner.ts';
import { peerAsApi } from './as-api.ts';
import type { Inhabitants } from './inhabitants.ts';
import { NAMESPACE_NAME_LABEL } from './namespace-labels.ts';

/** What a peer that matches nothing was probably to match. */
export interface MeantPeer {
  /** A sentence part: "namespace frontend has no label name=frontend, only kubernetes.io/metadata.name=frontend". */
  readonly say: string;
  /** The labels that are there. */
  readonly carried: string;
  /** The peer as it should read, as the API writes it; several elements where one was written. */
  readonly instead: readonly unknown[];
  /** Pods that the right peer would let in; may be empty. */
  readonly pods: readonly Pod[];
}

const known = new WeakMap<Inhabitants, Map<NetworkPolicyPeer, MeantPeer | undefined>>();

/** undefined when nothing comes near. Only for peers that match no pod. */
export function meantPeer(peer: NetworkPolicyPeer, policyNamespace: string, world: Inhabitants): MeantPeer | undefined {
  const answers = known.get(world) ?? new Map<NetworkPolicyPeer, MeantPeer | undefined>();
  known.set(world, answers);
  if (!answers.has(peer)) answers.set(peer, find(peer, policyNamespace, world));
  return answers.get(peer);
}

function find(peer: NetworkPolicyPeer, policyNamespace: string, world: Inhabitants): MeantPeer | undefined {
  const { namespaces } = world.matchOf(peer, policyNamespace);
  if (namespaces.length === 0 && peer.namespaceSelector !== undefined)
    return otherNamespace(peer, peer.namespaceSelector, world);
  if (peer.podSelector === undefined) return undefined;
  return otherPods(peer, peer.podSelector, namespaces, policyNamespace, world);
}

/** A namespace of the name that stands in the selector, or one whose label differs by a slip. */
function otherNamespace(peer: NetworkPolicyPeer, selector: LabelSelector, world: Inhabitants): MeantPeer | undefined {
  const wanted = [
    ...Object.entries(selector.matchLabels),
    ...selector.matchExpressions.flatMap(({ key, operator, values }) =>
      operator === 'In' ? values.map((value) => [key, value] as const) : [],
    ),
  ];
  for (const [key, value] of wanted) {
    const named = world.namespaces.find(({ metadata }) => metadata.name === value);
    const near = world.namespaces.find(({ metadata }) => {
      const carried = metadata.labels[key] ?? (key === NAMESPACE_NAME_LABEL ? metadata.name : undefined);
      return carried !== undefined && slipBetween(carried, value) !== undefined;
    });
    const found = named ?? near;
    if (found === undefined) continue;
    const { name, labels } = found.metadata;
    const carried = labels[key];
    const right: Labels =
      named === undefined && carried !== undefined && key !== NAMESPACE_NAME_LABEL
        ? { [key]: carried }
        : { [NAMESPACE_NAME_LABEL]: name };
    const [pair = ''] = Object.entries(right).map(([one, other]) => `${one}=${other}`);
    const instead = { ...peerAsApi(peer), namespaceSelector: { matchLabels: right } };
    const pods = world.podsIn(name);
    return { say: `namespace ${name} does not carry ${key}=${value}, but ${pair}`, carried: pair, instead: [instead], pods };
  }
  return undefined;
}

function otherPods(
  peer: NetworkPolicyPeer,
  selector: LabelSelector,
  namespaces: readonly string[],
  policyNamespace: string,
  world: Inhabitants,
): MeantPeer | undefined {
  if (Object.keys(selector.matchLabels).length === 0) return undefined;
  const elsewhere = world.podsLike(selector);
  const at = [...new Set(elsewhere.map((pod) => pod.metadata.namespace))].sort();
  const [only] = at;
  const podSelector = { matchLabels: selector.matchLabels };
  if (only === policyNamespace && peer.namespaceSelector !== undefined) {
    return {
      say: `pods with these labels run in namespace ${policyNamespace} itself: namespaceSelector and podSelector in one element must both hold, and two elements were probably meant`,
      carried: `pods of ${policyNamespace}`,
      instead: [{ podSelector }, { namespaceSelector: peerAsApi(peer)['namespaceSelector'] }],
      pods: elsewhere,
    };
  }
  const inside = new Set(namespaces);
  const near = nearestLabels(selector.matchLabels, ownersOf(namespaces.flatMap((name) => world.podsIn(name))), '');
  if (near !== undefined) {
    const right: Record<string, string> = { ...selector.matchLabels };
    for (const slip of near.slips) {
      delete right[slip.key];
      right[slip.rightKey] = slip.rightValue;
    }
    const { kind, name } = near.candidate.object;
    const carried = near.slips.map((slip) => `${slip.rightKey}=${slip.rightValue}`).join(', ');
    const pods = world
      .podsLike({ matchLabels: right, matchExpressions: [] })
      .filter((pod) => inside.has(pod.metadata.namespace));
    return {
      say: `the pods of ${kind} ${name} carry ${carried}`,
      carried,
      instead: [{ ...peerAsApi(peer), podSelector: { matchLabels: right } }],
      pods,
    };
  }
  if (only === undefined || at.length > 2) return undefined;
  return {
    say: `pods with these labels run in namespace ${at.join(' and ')}`,
    carried: `pods of ${at.join(', ')}`,
    instead: at.map((name) => ({ namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: name } }, podSelector })),
    pods: elsewhere,
  };
}

/** One pod of each workload is enough to compare labels with. */
function ownersOf(pods: readonly Pod[]) {
  const owners = Map.groupBy(pods, (pod) => `${pod.metadata.namespace}/${topOwner(pod).kind}/${topOwner(pod).name}`);
  return [...owners.values()].flatMap(([pod]) =>
    pod === undefined ? [] : [{ object: topOwner(pod), labels: pod.metadata.labels }],
  );
}
