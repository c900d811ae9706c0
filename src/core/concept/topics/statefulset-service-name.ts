import type { Topic } from '../topic.ts';

export const statefulsetServiceName: Topic = {
  id: 'statefulset-service-name',
  title: 'serviceName of a StatefulSet',
  summary:
    '`spec.serviceName` names the headless Service under which the pods of a StatefulSet get their own DNS names; the StatefulSet does not make that Service, you do.',
  body: [
    'Without it the pods run, but `POD.SERVICE` does not resolve. The field cannot be changed later: the StatefulSet has to be made anew.',
    'Often two Services select the same pods: the headless one for peers and a ClusterIP one for clients that may reach any pod, such as readers of a database. Writers that need the primary use a Service with a label that the operator keeps on the primary pod.',
  ],
  askedAs: [
    'what is serviceName in a statefulset',
    'does a statefulset need a service',
    'can I use a clusterip service with a statefulset',
    'two services for one statefulset',
  ],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/',
};
