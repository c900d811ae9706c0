/** JSON of unknown shape: every accessor gives a usable value, so that no dump whatever can crash a projection. */
export type Raw = Readonly<Record<string, unknown>>;

export function raw(value: unknown): Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}

export function has(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

export function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function string(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function optionalString(value: unknown): string | undefined {
  const words = string(value);
  return words === '' ? undefined : words;
}

export function number(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

export function optionalNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A number of which the API server writes nothing where it is zero: it means that there is none. */
export function unlessZero(value: unknown): number | undefined {
  const found = optionalNumber(value);
  return found === 0 ? undefined : found;
}

export function strings(value: unknown): readonly string[] {
  return array(value).map(string);
}

/** RFC 3339 to epoch milliseconds. YAML readers may already have made a Date of it. */
export function time(value: unknown): number | undefined {
  if (value instanceof Date) return value.getTime();
  if (typeof value !== 'string') return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}

/** A map of strings. Made without a prototype: a label may be called `constructor`. */
export function stringMap(value: unknown): Readonly<Record<string, string>> {
  const map = Object.create(null) as Record<string, string>;
  for (const [key, one] of Object.entries(raw(value))) map[key] = string(one);
  return map;
}

export function oneOf<T extends string>(value: unknown, allowed: readonly T[], fallback: T): T {
  return allowed.includes(value as T) ? (value as T) : fallback;
}

/** A port that is a number or a name; digits in a string are a number (some templates quote them). */
export function intOrString(value: unknown): number | string | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
