import { quote } from './commands.ts';
import type { KubernetesObject } from './kinds/meta.ts';

/** `spec.rules[0].http` as the path of a JSON patch: `/spec/rules/0/http`. */
export function jsonPointer(field: string): string {
  return `/${field
    .replaceAll(/\[(\d+)\]/gu, '.$1')
    .split('.')
    .join('/')}`;
}

/** The command that sets fields of any object; with `replace` each of them has to be there already. */
export function patchFields(
  object: KubernetesObject,
  fields: readonly string[],
  value: unknown,
  op: 'add' | 'replace' = 'replace',
): string {
  const patch = fields.map((field) => ({ op, path: jsonPointer(field), value }));
  const { name, namespace } = object.metadata;
  return `kubectl patch ${object.kind.toLowerCase()} ${quote(name)} -n ${quote(namespace)} --type=json -p ${quote(JSON.stringify(patch))}`;
}
