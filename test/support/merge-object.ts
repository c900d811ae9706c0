export type Json = Readonly<Record<string, unknown>>;

/** Lists whose items have an identity, as in the API's own strategic merge. */
const mergeKeys: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  containerStatuses: 'name',
  initContainerStatuses: 'name',
  conditions: 'type',
};
/** A union: one member replaces another. */
const replaced: ReadonlySet<string> = new Set(['state', 'lastState', 'selector', 'securityContext']);

/** Merges a patch over an object: maps by key, containers and conditions by name, null removes, the rest is replaced. */
export function mergeObject(object: Json, patch: Json): Json {
  const merged: Record<string, unknown> = { ...object };
  for (const [key, value] of Object.entries(patch)) {
    const before = merged[key];
    const by = mergeKeys[key];
    if (value === null) delete merged[key];
    else if (by !== undefined && Array.isArray(value)) merged[key] = mergeList(asList(before), asList(value), by);
    else if (isMap(value) && isMap(before) && !replaced.has(key)) merged[key] = mergeObject(before, value);
    else merged[key] = value;
  }
  return merged;
}

function mergeList(before: readonly Json[], patch: readonly Json[], by: string): readonly Json[] {
  const known = before.map((one) => {
    const change = patch.find((other) => other[by] === one[by]);
    return change === undefined ? one : mergeObject(one, change);
  });
  return [...known, ...patch.filter((one) => !before.some((other) => other[by] === one[by]))];
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
