import type { Labels } from './kinds/meta.ts';
import type { Service } from './kinds/service.ts';

/** kubectl command lines for the "next" steps. Every value that comes from a cluster is quoted for a shell. */

export function quote(word: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** `null` takes a key out of the selector. */
export function patchSelector(service: Service, selector: Readonly<Record<string, string | null>>): string {
  return mergePatch(service, { spec: { selector } });
}

export function mergePatch(service: Service, patch: unknown): string {
  const { name, namespace } = service.metadata;
  return `kubectl patch service ${quote(name)} -n ${quote(namespace)} --type=merge -p ${quote(JSON.stringify(patch))}`;
}

export function patchServicePort(
  service: Service,
  index: number,
  field: 'targetPort' | 'protocol',
  value: string | number,
): string {
  const patch = [{ op: 'replace', path: `/spec/ports/${index}/${field}`, value }];
  const { name, namespace } = service.metadata;
  return `kubectl patch service ${quote(name)} -n ${quote(namespace)} --type=json -p ${quote(JSON.stringify(patch))}`;
}

export function getPods(namespace: string, selector: Labels, more = ''): string {
  const pairs = Object.entries(selector)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  return `kubectl get pods -n ${quote(namespace)}${pairs === '' ? '' : ` -l ${quote(pairs)}`}${more}`;
}

export function describe(kind: string, namespace: string, name: string): string {
  return `kubectl describe ${kind.toLowerCase()} ${quote(name)} -n ${quote(namespace)}`;
}
