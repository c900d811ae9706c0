import type { Topic } from '../topic.ts';

export const serviceNotAProcess: Topic = {
  id: 'service-not-a-process',
  title: 'A Service is not a process: where it runs',
  summary:
    'A Service is not a process: it runs nowhere. It is an object in the API, and kube-proxy turns it into rules (iptables, IPVS or nftables) in the kernel of every node.',
  body: [
    "The cluster IP is virtual: no network interface has it. When a packet for it leaves a pod, the rules of that pod's node rewrite the destination to the IP address of one ready pod, taken from the EndpointSlices; the answer is rewritten on the way back.",
    'So there is no Service to restart or scale and no single point of failure; some network plug-ins (Cilium, for example) do the same with eBPF instead of kube-proxy.',
  ],
  askedAs: [
    'is a service a process or a pod',
    'where does a service run, on which node',
    'how does a service work under the hood',
    'does a service consume resources cpu memory',
    'how is a clusterip implemented',
    'how does traffic get from service to pod',
  ],
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/',
};
