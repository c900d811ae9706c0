import type { Ingress, IngressBackend } from '../kinds/ingress.ts';
import type { Service, ServicePort } from '../kinds/service.ts';

/** One Service and port that an Ingress leads to, with all hosts and paths that go there. */
export interface IngressTarget {
  readonly ingress: Ingress;
  readonly service: string;
  readonly port: number | string | undefined;
  /** The backend fields: `spec.rules[0].http.paths[1].backend`. */
  readonly fields: readonly string[];
  /** `shop.example/api`; `every other host and path` for the default backend. */
  readonly routes: readonly string[];
}

/** A port of this name means that the AWS controller reads an action from an annotation: no Service is meant. */
const ACTION_PORT = 'use-annotation';

/** Where an Ingress leads; with `service` only the paths to that one. Resources as backends and AWS actions are left out. */
export function targetsOf(ingress: Ingress, service = ''): readonly IngressTarget[] {
  const { defaultBackend, paths } = ingress.spec;
  const rows: readonly (readonly [IngressBackend | undefined, string, string])[] = [
    ...paths.map((path) => [path.backend, path.at, hostAndPath(path)] as const),
    [defaultBackend, 'spec.defaultBackend', 'every other host and path'],
  ];
  const targets = new Map<string, IngressTarget>();
  for (const [backend, field, route] of rows) {
    if (backend === undefined || backend.port === ACTION_PORT || (service !== '' && backend.service !== service)) continue;
    const key = `${backend.service}:${backend.port}`;
    const known = targets.get(key);
    targets.set(key, {
      ingress,
      service: backend.service,
      port: backend.port,
      fields: [...(known?.fields ?? []), field],
      routes: [...(known?.routes ?? []), route],
    });
  }
  return [...targets.values()];
}

export function hostAndPath({ host, path }: { readonly host: string; readonly path: string }): string {
  return `${host === '' ? '*' : host}${path}`;
}

/** The Service's port that a backend names, by number or by name. */
export function portOf(service: Service, port: number | string | undefined): ServicePort | undefined {
  return service.spec.ports.find((one) => (typeof port === 'number' ? one.port === port : one.name === port));
}
