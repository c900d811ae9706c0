import type { FieldChange } from './service-changes.ts';

const LONGEST = 80;
/** What the model adds to the fields of the API, and what it calls otherwise. */
const derived: ReadonlySet<string> = new Set(['classFromAnnotation', 'hosts', 'tlsHosts']);
const apiNames: Readonly<Record<string, string>> = { className: 'ingressClassName', paths: 'rules' };

/** What differs between two specs of an Ingress or a route, one row for each field of `spec`. */
export function entryChanges(existing: object, draft: object): readonly FieldChange[] {
  const before = new Map<string, unknown>(Object.entries(existing));
  const after = new Map<string, unknown>(Object.entries(draft));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((field) => !derived.has(field) && words(before.get(field)) !== words(after.get(field)))
    .map((field) => ({
      field: `spec.${apiNames[field] ?? field}`,
      from: short(inShort(before.get(field))),
      to: short(inShort(after.get(field))),
    }));
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Rows of an Ingress and rules of a route as people say them: `shop.example.com/ → web:http`. */
function inShort(value: unknown): string | undefined {
  if (!Array.isArray(value)) return words(value);
  return value.map(row).join(', ');
}

function row(value: unknown): string {
  const {
    host,
    path,
    backend,
    backendRefs,
    matches = [],
  } = value as {
    readonly host?: string;
    readonly path?: string;
    readonly backend?: { readonly service: string; readonly port?: string | number };
    readonly backendRefs?: readonly { readonly name: string; readonly port?: number }[];
    readonly matches?: readonly string[];
  };
  if (backend !== undefined && path !== undefined) return `${host ?? ''}${path} → ${backend.service}:${backend.port ?? ''}`;
  if (backendRefs === undefined) return words(value) ?? '';
  return `${matches.join(' ') || '/'} → ${backendRefs.map((ref) => `${ref.name}:${ref.port ?? ''}`).join(' ')}`;
}

function short(said: string | undefined): string | undefined {
  return said !== undefined && said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
}
