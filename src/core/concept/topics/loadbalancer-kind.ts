import type { Topic } from '../topic.ts';

export const loadbalancerKind: Topic = {
  id: 'loadbalancer-kind',
  title: 'LoadBalancer and access on kind',
  summary:
    'The nodes of kind are containers: to reach a NodePort from the host map it with `extraPortMappings` in the cluster configuration (at creation); for LoadBalancer Services run cloud-provider-kind, which gives them an address.',
  body: [
    'Example: `extraPortMappings: [{containerPort: 30080, hostPort: 8080}]` and a Service with `nodePort: 30080`, then `curl localhost:8080`. `listenAddress` says on which address of the host it listens.',
    "On Linux the node containers' addresses are reachable directly; on macOS and Windows they are not. MetalLB works too, with a pool from the Docker network. Without any of this `kubectl port-forward` is enough for a look.",
  ],
  askedAs: [
    'does type loadbalancer work on kind',
    'how do I access a service in kind from the host',
    'kind extraPortMappings',
    'loadbalancer in kind',
    'nodeport in kind not reachable from localhost',
    'cloud-provider-kind',
  ],
  source: 'https://kind.sigs.k8s.io/docs/user/loadbalancer/',
};
