import type { Topic } from '../topic.ts';

export const podDns: Topic = {
  id: 'pod-dns',
  title: 'DNS names of pods',
  summary:
    'Pods have no stable DNS name of their own; those of a StatefulSet, or with `hostname` and `subdomain` set, get `POD.SERVICE.NAMESPACE.svc.cluster.local` when a headless Service of that name selects them.',
  body: [
    '`subdomain` must be the name of the headless Service in the same namespace, and the pod must be ready (or the Service sets `publishNotReadyAddresses: true`). A StatefulSet sets both for you through `spec.serviceName`, so `db-0.db` finds the first pod although its IP changes.',
    "A Deployment's pods come and go under new names, so call its Service. Names made of the IP, such as `10-0-0-7.shop.pod.cluster.local`, help only who knows the IP already.",
  ],
  askedAs: [
    'does a pod have a dns name',
    'how do I call one pod by name',
    'hostname and subdomain of a pod',
    'dns record for a single pod',
    'pod ip changes how to find a pod',
    'can I reach a pod by its name',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pods',
};
