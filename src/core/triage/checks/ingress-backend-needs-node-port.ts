import { code, joinTexts, text } from '../../answer/text.ts';
import { mergePatch, quote } from '../../model/commands.ts';
import type { EventIndex } from '../../model/event-index.ts';
import { AWS_ALB, classOf, controllerOf, GKE } from '../../model/entry/ingress-class.ts';
import { targetsOf } from '../../model/entry/ingress-targets.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import type { Ingress } from '../../model/kinds/ingress.ts';
import { coverKey, refOf } from '../../model/kinds/meta.ts';
import type { Service } from '../../model/kinds/service.ts';
import { defineCheck, type Draft } from '../check.ts';

const TARGET_TYPE = 'alb.ingress.kubernetes.io/target-type';
const NEG = 'cloud.google.com/neg';

export default defineCheck({
  id: 'ingress-backend-needs-node-port',
  title: 'This ingress controller needs a NodePort Service and the backend is a ClusterIP',
  theme: 'ingress',
  severity: 'critical',
  kind: 'cause',
  explains: ['ingress-without-address'],
  needs: ['ingresses', 'ingressClasses', 'findService'],
  uses: ['events'],
  about: 'namespace',
  source: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#target-type',
  detects:
    'The Ingress is of the AWS Load Balancer Controller with target type instance (its default), or of GKE without NEG, and a backend Service is of type ClusterIP. Silent with target type ip, with NEG, for a class with parameters that may say ip, and when the Ingress has an address and no event complains.',
  find({ ingresses, ingressClasses, findService, events, target }) {
    return ingresses.flatMap((ingress): readonly Draft[] => {
      const controller = controllerOf(ingress, ingressClasses);
      if (controller !== AWS_ALB && controller !== GKE) return [];
      const event = complaint(ingress, events);
      if (
        event === undefined &&
        (ingress.status.addresses.length > 0 || classOf(ingress, ingressClasses)?.spec.parametersKind !== undefined)
      )
        return [];
      const without = targetsOf(ingress, target.name)
        .map((to) => findService(ingress.metadata.namespace, to.service))
        .filter((service) => typeof service === 'object')
        .filter((service) => service.spec.type === 'ClusterIP' && needsNodePort(ingress, service, controller));
      const services = [...new Set(without)];
      const [first] = services;
      if (first === undefined) return [];
      const { name, namespace } = ingress.metadata;
      const aws = controller === AWS_ALB;
      return [
        {
          object: refOf(ingress),
          pods: [coverKey(ingress)],
          say: text`Ingress ${code(name)} goes through ${aws ? 'an AWS load balancer with target type instance' : 'a GKE load balancer without NEG'}, which reaches node ports only, and ${joinTexts(services.slice(0, 3).map((one) => text`Service ${code(one.metadata.name)}`))} ${services.length === 1 ? 'is a' : 'are'} ClusterIP.`,
          evidence: {
            controller,
            ...(aws
              ? { [`metadata.annotations[${TARGET_TYPE}]`]: ingress.metadata.annotations[TARGET_TYPE] ?? 'not set (instance)' }
              : { [`metadata.annotations[${NEG}] of the Service`]: first.metadata.annotations[NEG] ?? 'not set' }),
            'spec.type of the Service': first.spec.type,
            ...(event !== undefined && { event }),
          },
          next: [
            aws
              ? {
                  say: text`Let the load balancer reach the pods themselves`,
                  command: `kubectl annotate ingress ${quote(name)} -n ${quote(namespace)} --overwrite ${TARGET_TYPE}=ip`,
                }
              : {
                  say: text`Let the load balancer reach the pods themselves`,
                  command: `kubectl annotate service ${quote(first.metadata.name)} -n ${quote(namespace)} --overwrite ${NEG}='{"ingress": true}'`,
                },
            { say: text`Or give the Service a node port`, command: mergePatch(first, { spec: { type: 'NodePort' } }) },
          ],
        },
      ];
    });
  },
});

function needsNodePort(ingress: Ingress, service: Service, controller: string): boolean {
  if (controller === AWS_ALB) {
    // The annotation of the Service wins over that of the Ingress.
    const target = service.metadata.annotations[TARGET_TYPE] ?? ingress.metadata.annotations[TARGET_TYPE];
    return target !== 'ip';
  }
  const neg = service.metadata.annotations[NEG] ?? '';
  return !/"ingress"\s*:\s*true/u.test(neg) && service.metadata.annotations['cloud.google.com/neg-status'] === undefined;
}

function complaint(ingress: Ingress, events: EventIndex | undefined): string | undefined {
  const event = events
    ?.of(ingress)
    .find((one) => /must be of type 'NodePort'|has no NodePort|not of type NodePort/iu.test(one.message));
  return event === undefined ? undefined : `${event.reason}: ${shortMessage(event.message)}`;
}
