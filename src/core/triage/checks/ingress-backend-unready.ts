import { code, joinTexts, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { offersPort } from '../../model/endpoints/endpoint-state.ts';
import { portOf, targetsOf } from '../../model/entry/ingress-targets.ts';
import { refOf, type KubernetesObject } from '../../model/kinds/meta.ts';
import type { ServicePort } from '../../model/kinds/service.ts';
import { ageSeconds } from '../../model/pods/pod-state.ts';
import { serviceTargetsOf } from '../../model/entry/route-targets.ts';
import { defineCheck } from '../check.ts';

/** A Service that was just made gets its EndpointSlice within moments. */
const SETTLE_SECONDS = 10;
const MOST_SHOWN = 3;

interface Lead {
  readonly object: KubernetesObject;
  readonly routes: readonly string[];
  readonly port: ServicePort | undefined;
}

export default defineCheck({
  id: 'ingress-backend-unready',
  title: 'The Ingress or route leads to a Service without ready endpoints (callers get 502 or 503)',
  theme: 'ingress',
  severity: 'critical',
  kind: 'symptom',
  explains: [],
  needs: ['service', 'slices', 'ingresses'],
  uses: ['routes'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  detects:
    'An Ingress, HTTPRoute, GRPCRoute or TLSRoute has a backend that exists and has the port, and no EndpointSlice of the Service holds a ready endpoint with that port. Silent for ExternalName.',
  find({ service, slices, ingresses, routes = [], now }) {
    if (service.spec.type === 'ExternalName') return [];
    if ((ageSeconds(service.metadata.createdAt, now) ?? SETTLE_SECONDS) < SETTLE_SECONDS) return [];
    const usable = slices.filter((slice) => offersPort(slice, service) && slice.endpoints.some((endpoint) => endpoint.ready));
    const isReady = (port: ServicePort | undefined) =>
      usable.some(
        (slice) => port === undefined || slice.ports.length === 0 || slice.ports.some((one) => one.name === port.name),
      );
    const leads = [
      ...ingresses.flatMap((ingress) =>
        targetsOf(ingress, service.metadata.name).flatMap((to): readonly Lead[] => {
          const port = portOf(service, to.port);
          return port === undefined ? [] : [{ object: ingress, routes: to.routes, port }];
        }),
      ),
      ...routes.flatMap((route) =>
        serviceTargetsOf(route, service.metadata).flatMap((to): readonly Lead[] => {
          const port = portOf(service, to.ref.port);
          return port === undefined ? [] : [{ object: route, routes: to.routes, port }];
        }),
      ),
    ].filter((lead) => !isReady(lead.port));
    const [first] = leads;
    if (first === undefined) return [];
    const { name, namespace } = service.metadata;
    const shown = leads.slice(0, MOST_SHOWN);
    const names = shown.map(
      ({ object, routes: paths }) =>
        text`${object.kind} ${code(object.metadata.name)} (${joinTexts(paths.slice(0, 2).map(code))}${paths.length > 2 ? ' …' : ''})`,
    );
    return [
      {
        object: refOf(first.object),
        say: text`${joinTexts(names)}${leads.length > shown.length ? ` and ${leads.length - shown.length} more` : ''} ${leads.length === 1 ? 'leads' : 'lead'} to Service ${code(name)}, which has no ready endpoint${first.port === undefined ? '' : ` for port ${first.port.port}`}: callers get 502 or 503.`,
        evidence: {
          ...Object.fromEntries(
            shown.map(({ object, routes: paths }) => [`${object.kind} ${object.metadata.name}`, paths.join(', ')]),
          ),
          'ready endpoints of the Service': usable.length === 0 ? 0 : 'some, but none with this port',
        },
        next: [
          {
            say: text`Find out why the Service has none; the Ingress or route works again with it`,
            command: `kubectl get endpointslices -n ${quote(namespace)} -l kubernetes.io/service-name=${quote(name)}`,
          },
        ],
      },
    ];
  },
});
