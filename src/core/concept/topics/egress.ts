import type { Topic } from '../topic.ts';

export const egress: Topic = {
  id: 'egress',
  title: 'Which address pods have when they call outside',
  summary:
    'A Service concerns traffic to its pods, never the connections that pods open themselves: outgoing traffic leaves with the address of the node (source NAT), or of the NAT gateway behind it.',
  body: [
    "So a LoadBalancer's address is not what a partner sees when your pods call. For a fixed address use a NAT gateway with a reserved IP (AWS NAT gateway, Cloud NAT, Azure NAT gateway), a node pool of its own, or the egress gateway of the network plug-in or mesh (Cilium, Calico, Istio).",
    'Which pods may call out is decided by NetworkPolicies with `egress` rules; allow DNS, too. ExternalName and Services without selector only give the target a name.',
  ],
  askedAs: [
    'which ip do pods use when calling external services',
    'egress ip of my pods',
    'whitelist our cluster at a partner',
    'do services affect outgoing traffic',
    'static ip for outgoing traffic',
  ],
  source: 'https://kubernetes.io/docs/concepts/cluster-administration/networking/',
};
