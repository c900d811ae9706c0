import type { Action } from '../answer/answer.ts';
import { action } from '../answer/build.ts';
import { formatRequest } from '../ask/format-request.ts';
import type { RecommendationType } from '../answer/answer.ts';
import { serviceTypeName, type Service } from '../model/kinds/service.ts';
import { audienceOfLoadBalancer } from './load-balancer-audience.ts';
import type { Surroundings } from './surroundings.ts';
import { workloadsBehind } from './workloads-behind.ts';

/** Triage, and a manifest like it; whoever draws the picture puts it between them. */
export function nextSteps(around: Surroundings): Action[] {
  const { name, namespace } = around.service.metadata;
  const { externalName } = around.service.spec;
  const [workload] = workloadsBehind(around);
  return [
    action('Triage', formatRequest({ verb: 'triage', service: name, namespace, why: false }), 'primary'),
    action(
      'YAML',
      formatRequest({
        verb: 'manifest',
        type: recommendationOf(around.service),
        namespace,
        known: externalName === undefined || around.service.spec.type !== 'ExternalName' ? {} : { externalHost: externalName },
        ...(workload === undefined ? {} : { workload: workload.name }),
      }),
    ),
  ];
}

function recommendationOf(service: Service): RecommendationType {
  if (service.spec.type !== 'ExternalName' && Object.keys(service.spec.selector).length === 0) return 'selectorless-Service';
  return audienceOfLoadBalancer(service) === 'internal' && service.spec.type === 'LoadBalancer'
    ? 'LoadBalancer-internal'
    : serviceTypeName(service);
}
