import type { Topic } from '../topic.ts';

export const kubeProxyModes: Topic = {
  id: 'kube-proxy-modes',
  title: 'kube-proxy modes: iptables, IPVS, nftables',
  summary:
    'kube-proxy runs on each node and programs Services into the kernel: with iptables (still the default on Linux), with nftables (stable since 1.33 and the better choice on new kernels), or with IPVS (deprecated since 1.35).',
  body: [
    'iptables works everywhere, but rules grow with Services and endpoints and updates get slow with thousands of them. nftables looks up Services in maps, so it stays fast; it needs kernel 5.13 or newer. IPVS was the older answer to scale and has more scheduling algorithms.',
    'See the mode in the ConfigMap `kube-proxy` in `kube-system`, or with `curl localhost:10249/proxyMode` on a node. Cilium and Calico can replace kube-proxy with eBPF.',
  ],
  askedAs: [
    'does going through a service cost latency or cpu compared to the pod ip',
    'iptables vs ipvs vs nftables',
    'which kube-proxy mode should I use',
    'what does kube-proxy do',
    'is ipvs deprecated',
    'kube-proxy replacement cilium ebpf',
  ],
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#proxy-modes',
};
