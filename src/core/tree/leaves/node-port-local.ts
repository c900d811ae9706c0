import type { Leaf } from '../leaf.ts';

export const nodePortLocal: Leaf = {
  id: 'node-port-local',
  recommend: 'NodePort',
  call: 'a NodePort Service',
  because: 'the cluster runs on one machine without load balancer, and a node port is reached from that machine',
  instead: [
    {
      type: 'port-forward',
      because: 'it ends with its terminal, but for one person it is the quickest way and works everywhere',
    },
    {
      type: 'LoadBalancer',
      because: 'EXTERNAL-IP stays `<pending>` until `minikube tunnel` (minikube) or cloud-provider-kind (kind) runs',
    },
    { type: 'Ingress-or-Gateway', because: 'it needs a controller first; worth it for several host names' },
  ],
  template: 'node-port',
  warnings: [
    {
      id: 'kind-port-mappings',
      when: ({ facts, cluster }) => (facts.cloud ?? cluster?.cloud) === 'kind',
      say: 'The nodes of kind are containers: a node port is reached from the host only when `extraPortMappings` in the kind configuration maps it (set at cluster creation); `listenAddress: 0.0.0.0` there opens it to other machines.',
    },
    {
      id: 'minikube-service',
      when: ({ facts, cluster }) => (facts.cloud ?? cluster?.cloud ?? 'minikube') === 'minikube',
      say: 'On minikube `minikube service NAME --url` prints the address; with the Docker driver on macOS and Windows the node address itself is not reachable.',
    },
  ],
  costs: 'It costs nothing and is meant for this machine only.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
};
