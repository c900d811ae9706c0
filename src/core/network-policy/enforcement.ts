import type { Pod } from '../model/kinds/pod.ts';

const enforcing =
  /calico|cilium|antrea|kube-router|weave|kube-ovn|ovn-?kubernetes|ovnkube|canal|kube-network-policies|azure-npm|network-policy-agent|romana|kindnetd/u;
const idle = /flannel|kubenet/u;
const known = new WeakMap<readonly Pod[], boolean>();

/**
 * True when the network plugin that runs here is one that does not enforce NetworkPolicies (flannel alone). Made once
 * for a list of pods.
 * Source: kubernetes.io/docs/concepts/services-networking/network-policies/#prerequisites
 */
export function isUnenforced(pods: readonly Pod[]): boolean {
  let answer = known.get(pods);
  if (answer === undefined) {
    const images = new Set(
      pods
        .flatMap((pod) => (pod.spec.hostNetwork ? pod.spec.containers : []))
        .map((container) => container.image.toLowerCase()),
    );
    const some = (pattern: RegExp) => [...images].some((image) => pattern.test(image));
    answer = some(idle) && !some(enforcing);
    known.set(pods, answer);
  }
  return answer;
}
