import { formatAge } from '../../answer/age.ts';
import { code, text } from '../../answer/text.ts';
import { describe } from '../../model/commands.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { isPendingLoadBalancer } from '../../model/load-balancers/load-balancer.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'lb-pending',
  title: 'The LoadBalancer has no address yet (EXTERNAL-IP is pending)',
  theme: 'load-balancer',
  severity: 'critical',
  kind: 'symptom',
  explains: [],
  needs: ['service'],
  uses: ['events'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  detects:
    'type is LoadBalancer and status.loadBalancer.ingress is empty. Silent in the first minute, and for three minutes while a controller is at work (event EnsuringLoadBalancer) without a failure.',
  find({ service, events, now }) {
    if (!isPendingLoadBalancer(service, events, now)) return [];
    const { name, namespace, createdAt } = service.metadata;
    const [event] = events?.of(service) ?? [];
    return [
      {
        say: text`LoadBalancer Service ${code(name)} has no external address yet (EXTERNAL-IP is pending${createdAt === undefined ? '' : `, the Service is ${formatAge(now - createdAt)} old`}); inside the cluster${service.spec.ports.some((port) => port.nodePort !== undefined) ? ' and through its node ports' : ''} it works all the same.`,
        evidence: {
          'status.loadBalancer.ingress': 'empty',
          'spec.loadBalancerClass': service.spec.loadBalancerClass ?? 'none',
          'last event': event === undefined ? 'none' : `${event.reason}: ${shortMessage(event.message)}`,
        },
        next: [{ say: text`See what the controller says`, command: describe('service', namespace, name) }],
      },
    ];
  },
});
