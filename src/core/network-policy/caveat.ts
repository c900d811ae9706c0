/** Why a verdict cannot be certain. */
export type Caveat =
  | 'policies-unread'
  | 'namespace-labels'
  | 'pod-labels'
  | 'ip-block-on-pod'
  | 'part-of-ip-block'
  | 'host-network';

/** For the person: what the specification leaves open, or what was not read. */
export const caveatSays: Readonly<Record<Caveat, string>> = {
  'policies-unread': 'the NetworkPolicies could not be read',
  'namespace-labels': 'a namespaceSelector decides, and the labels of the namespace were not read',
  'pod-labels': 'a podSelector decides, and the labels of the pod are not known',
  'ip-block-on-pod':
    'only an ipBlock holds the pod’s address; ipBlock is meant for addresses outside the cluster, and whether it also holds for pods depends on the network plugin',
  'part-of-ip-block': 'an ipBlock holds only a part of these addresses',
  'host-network':
    'a pod with hostNetwork takes part; what NetworkPolicy does for those is not defined, and depends on the network plugin',
};
