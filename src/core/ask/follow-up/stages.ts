import type { Area } from '../request.ts';

/** How namespaces and clusters of a stage are called; the first is what its people say. */
const stages: readonly (readonly string[])[] = [
  ['prod', 'production', 'prd', 'live'],
  ['staging', 'stage', 'stg'],
  ['dev', 'development', 'develop'],
  ['test', 'testing', 'tst'],
  ['qa'],
  ['uat'],
  ['demo'],
  ['sandbox'],
  ['preview'],
  ['preprod', 'pre-prod'],
  ['integration', 'int'],
];

/** The names of the stage that a message speaks of; undefined when it speaks of none. */
export function stageIn(words: string): readonly string[] | undefined {
  return stages.find((names) => names.some((name) => new RegExp(`(?:^| )${name}(?: |$)`, 'u').test(words)));
}

/** The names that exist, as far as they are known. */
export interface Places {
  readonly namespaces?: readonly string[];
  readonly clusters?: readonly string[];
}

/**
 * Where an object of this stage is: the namespace of that name, the one that has the stage where the present one has
 * another (`shop-staging`, `shop-prod`), or the cluster of that name. When none of them is known, the namespace as people
 * call it: the answer then says that it is not there, with those that are.
 */
export function areaOfStage(names: readonly string[], now: Area, { namespaces = [], clusters = [] }: Places): Area {
  const exact = names.find((name) => namespaces.includes(name));
  const { namespace } = now;
  const swapped = namespace === undefined ? undefined : namespaces.find((one) => isSameBut(one, namespace, names));
  const found = swapped ?? exact;
  if (found !== undefined) return { ...now, namespace: found };
  const called = clusters.filter((one) => names.includes(one));
  const here =
    called.length > 0
      ? called
      : clusters.filter((one) => names.some((name) => one.endsWith(`-${name}`) || one.startsWith(`${name}-`)));
  if (here.length === 1 && here[0] !== undefined) return { ...now, cluster: here[0] };
  return { ...now, namespace: names[0] ?? '' };
}

/** `shop-prod` is `shop-staging`, or `shop`, of another stage. */
function isSameBut(candidate: string, namespace: string, names: readonly string[]): boolean {
  const base = namespace
    .split('-')
    .filter((part) => !stages.flat().includes(part))
    .join('-');
  if (base === '') return false;
  return names.some((name) => candidate === `${base}-${name}` || candidate === `${name}-${base}`);
}
