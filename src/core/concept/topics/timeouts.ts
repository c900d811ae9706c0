import type { Topic } from '../topic.ts';

export const timeouts: Topic = {
  id: 'timeouts',
  title: 'Timeouts and idle connections',
  summary:
    'A Service has no timeouts for requests: it passes packets on and knows neither requests nor retries. What cuts connections stands before or after it.',
  body: [
    "Usual ones: the load balancer's idle timeout (AWS NLB 350 seconds, Azure 4 minutes by default, HTTP load balancers about 60 seconds), the read timeout of the Ingress or Gateway controller, the kernel's connection tracking on the nodes (established TCP: a day by kube-proxy's default), and the application itself.",
    'For long idle connections, such as databases or MQTT, switch on TCP keep-alive with an interval below the shortest of them. Set the timeout for requests in the annotation of the controller or in the HTTPRoute (`timeouts`).',
  ],
  askedAs: [
    'idle timeout of a service',
    'does a service have a timeout',
    'idle timeout of connections through a service',
    'connection reset after some minutes idle',
    'where do I set the request timeout',
  ],
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/',
};
