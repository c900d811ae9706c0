import type { Topic } from '../topic.ts';

export const hairpin: Topic = {
  id: 'hairpin',
  title: 'A pod that calls its own Service',
  summary:
    'It should work: the connection leaves the pod, the Service may choose the same pod, and the packet comes back (hairpin). When only that fails, the bridge or network plug-in has hairpin off.',
  body: [
    "A pod behind a Service gets a random pod of it, perhaps itself. If calls time out about once in N (N pods), it is the case of itself. The kubelet's `--hairpin-mode` (`hairpin-veth` or `promiscuous-bridge`) and the plug-in's setting decide; most plug-ins handle it.",
    'When a pod needs itself, let it call `localhost`. When it needs its peers, use a headless Service and leave its own address out.',
  ],
  askedAs: [
    'pod cannot reach itself through its service',
    'hairpin mode',
    'call own service from the pod',
    'can a pod call the service it belongs to',
  ],
  source:
    'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#a-pod-fails-to-reach-itself-via-the-service-ip',
};
