import type { Topic } from '../topic.ts';

export const chooseNodePort: Topic = {
  id: 'choose-node-port',
  title: 'Choosing a fixed nodePort',
  summary:
    'Yes: write `nodePort: 30080` into the port entry. It must lie in the range (30000–32767 by default) and be free in the whole cluster, otherwise the API server refuses it with "provided port is already allocated".',
  body: [
    'Without the field the cluster chooses a free port, and keeps it until the Service is deleted or its type changes. `kubectl expose` and `kubectl create service nodeport` choose for you, too (`--node-port` sets it in the second).',
    "Take fixed numbers from 30000–30085: the automatic choice uses the upper part first. See all that are taken with `kubectl get svc -A -o wide | grep -E 'NodePort|LoadBalancer'`.",
  ],
  askedAs: [
    'can I choose the nodeport myself',
    'fixed nodeport',
    'provided port is already allocated',
    'nodePort changes every time',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#nodeport-custom-port',
};
