import { code, joinTexts, text } from '../../answer/text.ts';
import { AWS_ALB, AWS_AUTO, controllerOf, GKE, NGINX, TRAEFIK } from '../../model/entry/ingress-class.ts';
import { targetsOf } from '../../model/entry/ingress-targets.ts';
import { coverKey, refOf, type KubernetesObject } from '../../model/kinds/meta.ts';
import type { Service } from '../../model/kinds/service.ts';
import { serviceTargetsOf } from '../../model/entry/route-targets.ts';
import { defineCheck, type Draft } from '../check.ts';

const UPSTREAM_HOST = 'nginx.ingress.kubernetes.io/upstream-vhost';

export default defineCheck({
  id: 'ingress-backend-external-name',
  title: 'The Ingress leads to an ExternalName Service',
  theme: 'ingress',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['ingresses', 'findService'],
  uses: ['routes', 'ingressClasses', 'ingressControllers'],
  about: 'namespace',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  detects:
    'The backend of an Ingress or route is a Service of type ExternalName: many controllers refuse it, others have to be told which Host header to send. Silent with upstream-vhost on ingress-nginx, and where the controller is started with the flag that allows it.',
  find({ ingresses, findService, routes = [], ingressClasses = [], ingressControllers = [], target }) {
    const external = (namespace: string, name: string): Service | undefined => {
      const service = findService(namespace, name);
      return typeof service === 'object' && service.spec.type === 'ExternalName' ? service : undefined;
    };
    const ofIngresses = ingresses.flatMap((ingress) =>
      targetsOf(ingress, target.name).flatMap((to): readonly Draft[] => {
        const service = external(ingress.metadata.namespace, to.service);
        const controller = controllerOf(ingress, ingressClasses);
        const allowed = ingressControllers.some((one) => one.controller === controller && one.args.some(allowsExternalName));
        if (service === undefined || allowed || knownGood(ingress.metadata.annotations, controller)) return [];
        return [draft(ingress, to.routes, service, controller)];
      }),
    );
    const ofRoutes = routes.flatMap((route) =>
      serviceTargetsOf(route, target.name === '' ? undefined : target).flatMap((to): readonly Draft[] => {
        const service = external(to.ref.namespace, to.ref.name);
        return service === undefined ? [] : [draft(route, to.routes, service, undefined)];
      }),
    );
    return [...ofIngresses, ...ofRoutes];
  },
});

function allowsExternalName(arg: string): boolean {
  return /allowexternalnameservices(?:=true)?$|enable-external-name-service(?:=true)?$/iu.test(arg);
}

function knownGood(annotations: Readonly<Record<string, string>>, controller: string | undefined): boolean {
  return annotations[UPSTREAM_HOST] !== undefined && (controller === NGINX || controller === undefined);
}

function draft(object: KubernetesObject, routes: readonly string[], service: Service, controller: string | undefined): Draft {
  const { name, namespace } = service.metadata;
  const host = service.spec.externalName ?? '';
  return {
    object: refOf(object),
    pods: [coverKey(object)],
    say: text`${object.kind} ${code(object.metadata.name)} sends ${joinTexts(routes.slice(0, 3).map(code))} to Service ${code(name)}, an alias (ExternalName) for ${code(host)}: ${effect(controller)}.`,
    evidence: {
      'backend Service': `${namespace}/${name}`,
      'spec.type': 'ExternalName',
      'spec.externalName': host,
      controller: controller ?? 'not known',
    },
    next: [
      ...(controller === NGINX
        ? [
            {
              say: text`Send the Host header that the other side expects`,
              command: `kubectl annotate ingress ${object.metadata.name} -n ${object.metadata.namespace} ${UPSTREAM_HOST}=${host}`,
            },
          ]
        : controller === TRAEFIK
          ? [{ say: text`Allow it in traefik: ${code('--providers.kubernetesIngress.allowExternalNameServices=true')}` }]
          : []),
      { say: text`Or use a Service without selector and an EndpointSlice with the addresses of ${code(host)}` },
    ],
  };
}

function effect(controller: string | undefined): string {
  if (controller === AWS_ALB || controller === AWS_AUTO || controller === GKE)
    return 'the load balancer of a cloud has no backend there';
  if (controller === NGINX) return 'the other side gets the Host header of the Ingress, which it does not know';
  if (controller === TRAEFIK) return 'traefik refuses that unless allowExternalNameServices is set';
  return 'many controllers refuse that, and the other side gets a Host header that it does not know';
}
