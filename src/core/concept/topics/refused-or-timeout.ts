import type { Topic } from '../topic.ts';

export const refusedOrTimeout: Topic = {
  id: 'refused-or-timeout',
  title: 'Connection refused or timeout',
  summary:
    '"Connection refused" means that something answered with no: no ready endpoint, or nothing listens on the targetPort. A timeout means that packets vanish: a NetworkPolicy, firewall, security group, wrong address, or a node that is gone.',
  body: [
    'A name that does not resolve is a third thing: DNS, or a wrong name or namespace. 502 and 503 come from an Ingress or load balancer that has no healthy backend, 504 from one that waited in vain.',
    'Go from the inside out: does the process listen (not only on 127.0.0.1), is the pod ready, has the Service endpoints, does `SERVICE:port` answer from another pod, and only then the way from outside. `triage SERVICE` does these steps for you.',
  ],
  askedAs: [
    'difference between connection refused and timeout',
    'what does connection refused tell me',
    'how do I debug a service',
    'service debugging checklist',
  ],
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/',
};
