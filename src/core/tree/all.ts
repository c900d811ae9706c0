import type { RecommendationType } from '../answer/answer.ts';
import type { Leaf } from './leaf.ts';
import { clusterIp } from './leaves/cluster-ip.ts';
import { externalName } from './leaves/external-name.ts';
import { headless } from './leaves/headless.ts';
import { ingress } from './leaves/ingress.ts';
import { loadBalancerEachPod } from './leaves/load-balancer-each-pod.ts';
import { loadBalancerInternal } from './leaves/load-balancer-internal.ts';
import { loadBalancerOwnNetwork } from './leaves/load-balancer-own-network.ts';
import { loadBalancer } from './leaves/load-balancer.ts';
import { nodePortEachPod } from './leaves/node-port-each-pod.ts';
import { nodePortLocal } from './leaves/node-port-local.ts';
import { nodePort } from './leaves/node-port.ts';
import { portForward } from './leaves/port-forward.ts';
import { selectorless } from './leaves/selectorless.ts';
import type { Question } from './question.ts';
import { audience } from './questions/audience.ts';
import { bareMetalEnvironment } from './questions/bare-metal-environment.ts';
import { bareMetalProtocol } from './questions/bare-metal-protocol.ts';
import { eachPodEntry } from './questions/each-pod-entry.ts';
import { eachPodFromInternet } from './questions/each-pod-from-internet.ts';
import { eachPodFromNetwork } from './questions/each-pod-from-network.ts';
import { eachPodInside } from './questions/each-pod-inside.ts';
import { entryFromInternet } from './questions/entry-from-internet.ts';
import { entryFromNetwork } from './questions/entry-from-network.ts';
import { localRouting } from './questions/local-routing.ts';
import { outsideName } from './questions/outside-name.ts';
import { protocol } from './questions/protocol.ts';
import { routingFromInternet } from './questions/routing-from-internet.ts';
import { routingFromNetwork } from './questions/routing-from-network.ts';

/** Every question of the tree, the first one first. */
export const questions: readonly Question[] = [
  audience,
  eachPodInside,
  eachPodFromNetwork,
  eachPodFromInternet,
  eachPodEntry,
  routingFromNetwork,
  routingFromInternet,
  localRouting,
  entryFromNetwork,
  entryFromInternet,
  protocol,
  bareMetalEnvironment,
  bareMetalProtocol,
  outsideName,
];

/** Every leaf; the first of a type is the one that stands for the type when a person names only that. */
export const leaves: readonly Leaf[] = [
  clusterIp,
  headless,
  nodePort,
  nodePortLocal,
  nodePortEachPod,
  loadBalancer,
  loadBalancerOwnNetwork,
  loadBalancerEachPod,
  loadBalancerInternal,
  externalName,
  selectorless,
  ingress,
  portForward,
];

export const root: Question = audience;

export function questionById(id: string): Question | undefined {
  return questions.find((question) => question.id === id);
}

export function leafById(id: string): Leaf | undefined {
  return leaves.find((leaf) => leaf.id === id);
}

/** The leaf that stands for a type that is asked for by name. */
export function leafOfType(type: RecommendationType): Leaf {
  const leaf = leaves.find((one) => one.recommend === type);
  if (leaf === undefined) throw new Error(`no leaf recommends ${type}`);
  return leaf;
}
