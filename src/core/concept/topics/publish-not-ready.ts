import type { Topic } from '../topic.ts';

export const publishNotReady: Topic = {
  id: 'publish-not-ready',
  title: 'publishNotReadyAddresses',
  summary:
    '`publishNotReadyAddresses: true` lets a Service treat all its pods as ready: DNS and endpoints contain pods whose readiness probe has not passed yet.',
  body: [
    'It is meant for headless Services of clustered software: the peers must find each other to form the cluster, and only then become ready. Without it they wait for each other for ever.',
    'Do not set it on a Service that clients use: they would be sent to pods that are not able to answer. A usual pair is a headless Service with it for peers and a ClusterIP Service without it for clients. Pods without an IP address are never published.',
  ],
  askedAs: [
    'what does publishNotReadyAddresses do',
    'include not ready pods in dns',
    'peers cannot find each other before ready',
  ],
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/',
};
