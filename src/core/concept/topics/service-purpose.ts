import type { Topic } from '../topic.ts';

export const servicePurpose: Topic = {
  id: 'service-purpose',
  title: 'What a Service is and why pods need one',
  summary:
    'A Service gives a changing group of pods one stable DNS name, one stable virtual IP address and a port, and spreads connections over the pods that are ready.',
  body: [
    'Pods come and go, and each new pod gets a new IP address. The Service names its pods by a label selector; the control plane keeps the list of matching, ready pods in EndpointSlices, and kube-proxy on every node sends connections to one of them.',
    'A Deployment runs and replaces pods; a Service makes them reachable. They know nothing of each other: both only refer to the labels of the pods, so one Service may cover pods of several Deployments.',
  ],
  askedAs: [
    'what is a service good for if pods already have ips',
    'why not call the pod ip directly',
    'what is a kubernetes service',
    'why do I need a service when pods have ip addresses',
    'pod ip vs service ip',
    'what problem do services solve',
    'difference between deployment and service',
    'relationship between pod deployment and service',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
};
