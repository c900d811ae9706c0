import type { RecommendationType } from '../answer/answer.ts';

const byWord: ReadonlyMap<string, RecommendationType> = new Map(
  Object.entries({
    clusterip: 'ClusterIP',
    nodeport: 'NodePort',
    loadbalancer: 'LoadBalancer',
    lb: 'LoadBalancer',
    loadbalancerinternal: 'LoadBalancer-internal',
    internalloadbalancer: 'LoadBalancer-internal',
    externalname: 'ExternalName',
    headless: 'Headless',
    ingress: 'Ingress-or-Gateway',
    gateway: 'Ingress-or-Gateway',
    ingressorgateway: 'Ingress-or-Gateway',
    selectorless: 'selectorless-Service',
    selectorlessservice: 'selectorless-Service',
    portforward: 'port-forward',
  } as const),
);

/** `nodeport`, `Node-Port` and `load balancer` as people type them; undefined when it is no type. */
export function parseRecommendationType(word: string): RecommendationType | undefined {
  return byWord.get(word.toLowerCase().replaceAll(/[\s_-]/gu, ''));
}
