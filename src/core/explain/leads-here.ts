import { heading, list } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, joinTexts, text, type Text } from '../answer/text.ts';
import type { Ingress } from '../model/kinds/ingress.ts';
import type { Service } from '../model/kinds/service.ts';
import { routeLine, routesHere } from './routes-here.ts';
import type { Surroundings } from './surroundings.ts';

/** Ingresses and routes whose backend is this Service, and Services that are an alias for it. */
export function whatLeadsHere(around: Surroundings): Part[] {
  const lines = [
    ...ingressesHere(around).map(({ ingress, routes }) => ingressLine(ingress, routes)),
    ...routesHere(around).map((route) => routeLine(around, route)),
    ...aliases(around),
  ];
  return lines.length === 0 ? [] : [heading('What leads here'), list(lines)];
}

export interface IngressRoute {
  readonly ingress: Ingress;
  /** `shop.example.com/`, or `every host` for a default backend. */
  readonly routes: readonly string[];
}

export function ingressesHere({ service, snapshot }: Surroundings): readonly IngressRoute[] {
  const { name, namespace } = service.metadata;
  const ingresses = snapshot.in('ingresses', namespace);
  if (!ingresses.read) return [];
  return ingresses.value.flatMap((ingress) => {
    const { paths, defaultBackend } = ingress.spec;
    const routes = paths
      .filter((path) => path.backend?.service === name)
      .map((path) => `${path.host === '' ? '*' : path.host}${path.path === '' ? '/' : path.path}`);
    if (defaultBackend?.service === name) routes.push('every other host and path');
    return routes.length === 0 ? [] : [{ ingress, routes }];
  });
}

function ingressLine(ingress: Ingress, routes: readonly string[]): Text {
  const { addresses } = ingress.status;
  const at = addresses.length === 0 ? text`, which has no address yet` : text` at ${joinTexts(addresses.map(code))}`;
  const tls = ingress.spec.tlsHosts.length === 0 ? '' : ', with TLS';
  return text`Ingress ${code(ingress.metadata.name)}${at}: ${joinTexts(routes.map(code))}${tls}`;
}

function aliases({ service, snapshot }: Surroundings): Text[] {
  const { name, namespace } = service.metadata;
  const everywhere = snapshot.all('services');
  const services = everywhere.read ? everywhere : snapshot.in('services', namespace);
  if (!services.read) return [];
  return services.value
    .filter((other) => pointsTo(other, name, namespace))
    .map(
      (other) => text`Service ${code(`${other.metadata.namespace}/${other.metadata.name}`)} is an alias (ExternalName) for it`,
    );
}

/** ExternalName is a whole DNS name; the domain after `svc` is the cluster's own. */
function pointsTo(other: Service, name: string, namespace: string): boolean {
  if (other.spec.type !== 'ExternalName') return false;
  const target = (other.spec.externalName ?? '').toLowerCase().replace(/\.$/u, '');
  return (
    target === `${name}.${namespace}` || target === `${name}.${namespace}.svc` || target.startsWith(`${name}.${namespace}.svc.`)
  );
}
