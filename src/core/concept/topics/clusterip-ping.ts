import type { Topic } from '../topic.ts';

export const clusteripPing: Topic = {
  id: 'clusterip-ping',
  title: 'A ClusterIP does not answer ping',
  summary:
    "That is normal: a cluster IP is virtual and exists only in kube-proxy's rules for the ports of the Service, so ICMP (ping) has nothing that answers.",
  body: [
    'In iptables and nftables mode no interface owns the address: only packets to a protocol and port of the Service are rewritten, and ping is dropped or refused. In IPVS mode the address sits on the dummy interface `kube-ipvs0`; kube-proxy rejects what is not a Service port there on purpose, so that nothing else of the node is reached through it, and it restores the rule when you delete it.',
    'Test the port instead: `curl -v http://NAME.NAMESPACE:PORT` or `nc -vz NAME PORT` from a pod.',
  ],
  askedAs: [
    'why can I not ping a clusterip',
    'ping service ip does not work',
    'icmp to service',
    'cannot ping service name but curl works',
    'ipvs rejects icmp for cluster ip',
  ],
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/',
};
