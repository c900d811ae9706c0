import { heading, list } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, text, type Text } from '../answer/text.ts';
import type { Service } from '../model/kinds/service.ts';
import { annotationWords } from './load-balancer-annotations.ts';

/** Class, wishes and annotations of the load balancer in words; nothing for other types without such annotations. */
export function loadBalancerParts(service: Service): Part[] {
  const { type, loadBalancerClass, loadBalancerIP, allocateLoadBalancerNodePorts } = service.spec;
  const lines: Text[] = annotationWords(service.metadata.annotations);
  if (type === 'LoadBalancer') {
    if (loadBalancerClass !== undefined)
      lines.unshift(text`Made by the controller of class ${code(loadBalancerClass)}; others leave it alone.`);
    if (loadBalancerIP !== undefined)
      lines.push(
        text`Asks for the address ${code(loadBalancerIP)} (${code('loadBalancerIP')}, deprecated: most controllers have an annotation for it).`,
      );
    if (!allocateLoadBalancerNodePorts)
      lines.push(text`No node ports are allocated: the load balancer must send to the pods directly.`);
  }
  return lines.length === 0 ? [] : [heading('Load balancer'), list(lines)];
}
