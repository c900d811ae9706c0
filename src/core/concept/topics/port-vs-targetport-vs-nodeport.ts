import type { Topic } from '../topic.ts';

export const portVsTargetportVsNodeport: Topic = {
  id: 'port-vs-targetport-vs-nodeport',
  title: 'port, targetPort, nodePort and containerPort',
  summary:
    "`port` is the port of the Service, which clients call; `targetPort` is the port on which the pod's container listens; `nodePort` is the port from 30000 to 32767 opened on every node for type NodePort and LoadBalancer.",
  body: [
    'A connection to `SERVICE:port` or `NODE:nodePort` ends at `POD:targetPort`. When `targetPort` is left out it is the same as `port`. In `docker run -p 8080:80` the 8080 is like `port` and the 80 like `targetPort`. `kubectl get svc` shows `80:30080/TCP`: port 80, node port 30080.',
    '`containerPort` in the pod is information: a number in `targetPort` works without it, only a named `targetPort` needs a container port of that name.',
  ],
  askedAs: [
    'can the service listen on 80 and the container on 3000',
    'different port for service and container',
    'difference between port targetPort and nodePort',
    'what is targetPort',
    'which port is which in a service',
    'what does 80:30080/TCP mean in kubectl get svc',
    'containerPort vs targetPort',
    'like docker run -p outside:inside',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
};
