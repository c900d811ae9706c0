import { code, count, joinTexts, text } from '../../answer/text.ts';
import { describe, quote } from '../../model/commands.ts';
import { controllerOf } from '../../model/entry/ingress-class.ts';
import type { IngressController } from '../../model/entry/ingress-controllers.ts';
import type { Ingress } from '../../model/kinds/ingress.ts';
import { coverKey, refOf } from '../../model/kinds/meta.ts';
import type { Service } from '../../model/kinds/service.ts';
import { isPendingLoadBalancer } from '../../model/load-balancers/load-balancer.ts';
import { selectorMatches } from '../../model/selectors/selector.ts';
import { defineCheck, type Draft } from '../check.ts';

export default defineCheck({
  id: 'ingress-controller-unhealthy',
  title: 'The ingress controller itself does not run',
  theme: 'ingress',
  severity: 'critical',
  kind: 'cause',
  explains: ['ingress-without-address'],
  needs: ['ingresses', 'ingressClasses', 'ingressControllers'],
  uses: ['allServices'],
  about: 'namespace',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
  detects:
    'The workload of the controller of an Ingress (by spec.controller of its class, its image and its labels) has no ready pod; or the Ingress has no address and the LoadBalancer Service of the controller has none either. Silent for controllers outside of the cluster.',
  find({ ingresses, ingressClasses, ingressControllers, allServices = [], now }) {
    const byController = Map.groupBy(ingresses, (ingress) => controllerOf(ingress, ingressClasses));
    return ingressControllers.flatMap((one): readonly Draft[] => {
      const served = byController.get(one.controller) ?? [];
      if (one.object === undefined || served.length === 0) return [];
      // Several workloads of one controller (a second release) share the work.
      const some = ingressControllers.some((other) => other.controller === one.controller && other.ready > 0);
      if (!some) return [notReady(one, served)];
      const waiting = served.filter((ingress) => ingress.status.addresses.length === 0);
      const front = waiting.length === 0 ? undefined : allServices.find((service) => isFrontOf(service, one));
      return front !== undefined && isPendingLoadBalancer(front, undefined, now) ? [noAddress(one, front, waiting)] : [];
    });
  },
});

function isFrontOf({ metadata, spec }: Service, { namespace, labels }: IngressController): boolean {
  return metadata.namespace === namespace && spec.type === 'LoadBalancer' && selectorMatches(spec.selector, labels);
}

function notReady({ object, namespace, desired, controller, ready }: IngressController, served: readonly Ingress[]): Draft {
  const { kind = '', name = '' } = object ?? {};
  return {
    ...(object !== undefined && { object }),
    pods: served.map(coverKey),
    say: text`The ingress controller does not run: ${kind} ${code(`${namespace}/${name}`)} ${desired === 0 ? 'is scaled to 0' : `has none of its ${count(desired, 'pod')} ready`}, so ${names(served)} cannot be reached.`,
    evidence: { 'spec.controller of the class': controller, 'ready pods': ready, 'wished pods': desired },
    next: [
      desired === 0
        ? {
            say: text`Start it`,
            command: `kubectl scale ${kind.toLowerCase()} ${quote(name)} -n ${quote(namespace)} --replicas=1`,
          }
        : {
            say: text`Repair it first: all its Ingresses depend on it`,
            command: `kubectl get pods,svc -n ${quote(namespace)}`,
          },
      { say: text`See why`, command: describe(kind, namespace, name) },
    ],
  };
}

function noAddress({ controller }: IngressController, front: Service, waiting: readonly Ingress[]): Draft {
  const { name, namespace } = front.metadata;
  return {
    object: refOf(front),
    pods: waiting.map(coverKey),
    say: text`Service ${code(`${namespace}/${name}`)} of the ingress controller has no external address (EXTERNAL-IP is pending), so ${names(waiting)} ${waiting.length === 1 ? 'has' : 'have'} none either.`,
    evidence: { 'spec.controller of the class': controller, 'status.loadBalancer.ingress of the Service': 'empty' },
    next: [
      {
        say: text`Find out why that Service is pending; its Ingresses get an address with it`,
        command: describe('service', namespace, name),
      },
    ],
  };
}

function names(ingresses: readonly Ingress[]) {
  const shown = ingresses.slice(0, 3).map((one) => text`Ingress ${code(one.metadata.name)}`);
  return text`${joinTexts(shown)}${ingresses.length > 3 ? ` and ${ingresses.length - 3} more` : ''}`;
}
