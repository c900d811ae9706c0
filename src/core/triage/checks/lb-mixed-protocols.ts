import { code, text } from '../../answer/text.ts';
import { getServiceYaml } from '../../model/load-balancers/balancer-commands.ts';
import { conditionOf } from '../../model/kinds/condition.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { isPendingLoadBalancer } from '../../model/load-balancers/load-balancer.ts';
import { saidBy } from '../../model/load-balancers/pool-refusal.ts';
import { defineCheck } from '../check.ts';

const mixed =
  /mix(?:ed|ing)?\b.{0,30}protocol|protocols?.{0,30}(?:mix|different|must be the same)|same protocol|single protocol|only (?:tcp|udp)\b.{0,60}support|multiple protocols/iu;

export default defineCheck({
  id: 'lb-mixed-protocols',
  title: 'The load balancer does not take TCP and UDP in one Service',
  theme: 'load-balancer',
  severity: 'critical',
  kind: 'cause',
  explains: ['lb-pending', 'lb-provisioning-failed'],
  needs: ['service'],
  uses: ['events'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancers-with-mixed-protocol-types',
  detects:
    'Ports of different protocols, and a sign that the provider refuses them: condition LoadBalancerPortsError True, status.loadBalancer.ingress[].ports[].error, or no address and an event about mixed protocols. Without a sign it is no finding: many providers accept it.',
  find({ service, events, now }) {
    const { ports, type } = service.spec;
    const protocols = [...new Set(ports.map((port) => port.protocol))];
    if (type !== 'LoadBalancer' || protocols.length < 2) return [];
    const condition = conditionOf(service.status.conditions, 'LoadBalancerPortsError');
    const failed = condition?.status === 'True' ? condition : undefined;
    const errors = service.status.loadBalancer.flatMap((ingress) => ingress.portErrors);
    const said = isPendingLoadBalancer(service, events, now) ? saidBy(service, events, mixed) : undefined;
    if (failed === undefined && errors.length === 0 && said === undefined) return [];
    const { name } = service.metadata;
    return [
      {
        say: text`The load balancer of Service ${code(name)} does not take ${protocols.join(' and ')} together${errors.length === 0 ? '' : text`: it does not serve ${errors.map((one) => `${one.port}/${one.protocol}`).join(', ')}`}.`,
        evidence: {
          'spec.ports': ports.map((port) => `${port.port}/${port.protocol}`).join(', '),
          ...(failed !== undefined && {
            'status.conditions[LoadBalancerPortsError]': `${failed.reason}: ${shortMessage(failed.message)}`,
          }),
          ...(errors.length > 0 && {
            'status.loadBalancer.ingress[].ports[].error': errors.map((one) => one.error).join(', '),
          }),
          ...(said !== undefined && { [said.from]: shortMessage(said.message) }),
        },
        next: [
          {
            say: text`Split it in two Services, ${code(`${name}-tcp`)} and ${code(`${name}-udp`)}, one protocol each`,
            command: getServiceYaml(service),
          },
          {
            say: text`With MetalLB both may share one address: give both the annotation ${code('metallb.io/allow-shared-ip')} with one value`,
          },
        ],
      },
    ];
  },
});
