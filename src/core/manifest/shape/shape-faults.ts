import { nearest } from '../../ask/nearest.ts';
import type { ManifestObject } from '../kubernetes-object.ts';
import type { Fault } from '../validate-manifest.ts';
import { shapesFor, type FieldType, type Shapes } from './shapes.ts';

export const NO_FIELD = 'is no field of the API';

/**
 * Unknown fields, values of the wrong type and missing required fields, by the OpenAPI of the cluster (`own`) or of
 * Kubernetes itself; nothing for a kind that neither has. A null is a field that is not set, as for the API server.
 * Throws nothing.
 */
export function shapeFaults(object: ManifestObject, own: readonly Shapes[] = []): readonly Fault[] {
  const shapes = shapesFor(object, own);
  const type = shapes?.kinds[`${object.apiVersion}/${object.kind}`];
  return type === undefined ? [] : faultsIn(object, `@${type}`, '', shapes?.types ?? {});
}

/** True when the fields of its kind are known here. */
export function hasShape(object: ManifestObject, own: readonly Shapes[] = []): boolean {
  return shapesFor(object, own) !== undefined;
}

function faultsIn(value: unknown, type: FieldType, path: string, types: Shapes['types']): readonly Fault[] {
  if (type === '*' || value === null || value === undefined) return [];
  if (type.startsWith('[]')) {
    if (!Array.isArray(value)) return [{ path, rule: `must be a list, and is ${kindOf(value)}` }];
    return value.flatMap((one, index) => faultsIn(one, type.slice(2), `${path}[${index}]`, types));
  }
  if (type.startsWith('{}') || type.startsWith('@')) {
    if (typeof value !== 'object' || Array.isArray(value))
      return [{ path, rule: `must be an object with fields, and is ${kindOf(value)}` }];
    if (type.startsWith('@')) return faultsOfFields(value as Readonly<Record<string, unknown>>, type.slice(1), path, types);
    return Object.entries(value).flatMap(([key, one]) => faultsIn(one, type.slice(2), `${path}[${key}]`, types));
  }
  return fits(value, type.split('|')) ? [] : [{ path, rule: wrongType(value, type) }];
}

function faultsOfFields(
  value: Readonly<Record<string, unknown>>,
  name: string,
  path: string,
  types: Shapes['types'],
): readonly Fault[] {
  const shape = types[name];
  if (shape === undefined) return [];
  const known = Object.keys(shape.fields);
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  // One that is there in other letters is told as that.
  const typed = new Set(Object.keys(value).map((field) => field.toLowerCase()));
  const missing = (shape.required ?? []).filter(
    (field) => (value[field] === undefined || value[field] === null) && (field in value || !typed.has(field.toLowerCase())),
  );
  return [
    ...Object.entries(value).flatMap(([field, one]): readonly Fault[] => {
      const type = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
      if (type !== undefined) return faultsIn(one, type, at(field), types);
      const near = known.find((other) => other.toLowerCase() === field.toLowerCase()) ?? nearest(field, known, 1)[0];
      return [{ path: at(field), rule: `${NO_FIELD}${near === undefined ? '' : `: probably ${near} is meant`}` }];
    }),
    ...missing.map((field) => ({ path: at(field), rule: 'is required' })),
  ];
}

function fits(value: unknown, types: readonly string[]): boolean {
  return types.some((type) => (type === 'integer' ? Number.isInteger(value) : typeof value === type));
}

function wrongType(value: unknown, type: FieldType): string {
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return `must be text: put ${String(value)} in quotes`;
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    integer: 'a whole number',
    boolean: 'true or false',
    number: 'a number',
    'integer|string': 'a whole number or a name',
    'number|string': 'a quantity such as 128Mi',
  };
  const quoted = typeof value === 'string' && type === 'integer' && /^\d+$/u.test(value) ? ': take the quotes away' : '';
  return `must be ${words[type] ?? type}, and is ${kindOf(value)}${quoted}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'text' : JSON.stringify(value);
}
