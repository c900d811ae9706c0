import { hostAndPath } from './ingress-targets.ts';
import { classKey, controllerOf, standsAlone } from './ingress-class.ts';
import type { Ingress, IngressClass, IngressPath } from '../kinds/ingress.ts';

/** Two Ingresses that send the same requests to different backends. `first` is the older one, which usually wins. */
export interface DuplicatePath {
  readonly first: Ingress;
  readonly second: Ingress;
  /** `shop.example/api`, with the backends of both. */
  readonly paths: readonly { readonly route: string; readonly firstTo: string; readonly secondTo: string }[];
}

/** Every pair of Ingresses that collide. Canaries, mergeable Ingresses and challenges of cert-manager are left out. */
export function duplicatePaths(ingresses: readonly Ingress[], classes: readonly IngressClass[]): readonly DuplicatePath[] {
  const rows = ingresses
    .filter((ingress) => !isMeantToShare(ingress))
    .flatMap((ingress) => ingress.spec.paths.map((path) => ({ ingress, path })))
    .filter(({ path }) => !path.path.startsWith('/.well-known/acme-challenge'));
  const pairs = new Map<string, DuplicatePath>();
  for (const group of Map.groupBy(rows, ({ path }) => `${hostAndPath(path)} ${path.pathType}`).values()) {
    const [winner, ...others] = group.toSorted((a, b) => byAge(a.ingress, b.ingress));
    if (winner === undefined) continue;
    for (const other of others) {
      if (other.ingress === winner.ingress || !meet(winner.ingress, other.ingress, classes)) continue;
      const [firstTo, secondTo] = [backendOf(winner.ingress, winner.path), backendOf(other.ingress, other.path)];
      if (firstTo === secondTo) continue;
      const key = `${idOf(winner.ingress)} ${idOf(other.ingress)}`;
      const paths = [...(pairs.get(key)?.paths ?? []), { route: hostAndPath(winner.path), firstTo, secondTo }];
      pairs.set(key, { first: winner.ingress, second: other.ingress, paths });
    }
  }
  return [...pairs.values()];
}

function isMeantToShare({ metadata: { annotations } }: Ingress): boolean {
  return (
    annotations['nginx.ingress.kubernetes.io/canary'] === 'true' ||
    annotations['nginx.org/mergeable-ingress-type'] !== undefined
  );
}

function meet(a: Ingress, b: Ingress, classes: readonly IngressClass[]): boolean {
  if (classKey(a, classes) !== classKey(b, classes)) return false;
  const controller = controllerOf(a, classes);
  return !standsAlone(a, controller) && !standsAlone(b, controller);
}

function backendOf({ metadata }: Ingress, { backend }: IngressPath): string {
  return backend === undefined
    ? `${metadata.namespace}, a resource`
    : `${metadata.namespace}/${backend.service}:${backend.port ?? ''}`;
}

function byAge(a: Ingress, b: Ingress): number {
  return (a.metadata.createdAt ?? 0) - (b.metadata.createdAt ?? 0) || idOf(a).localeCompare(idOf(b));
}

function idOf({ metadata }: Ingress): string {
  return `${metadata.namespace}/${metadata.name}`;
}
