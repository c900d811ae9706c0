import { badRequest } from '../problem/problem.ts';
import { appProtocols, askedFactsSchema, audiences, clouds, environments, workloadKinds } from './asked-facts.ts';
import type { AskedFacts, FactName } from './asked-facts.ts';
import type { FlagSpec } from './flags.ts';

const values: { readonly [F in FactName]: string | undefined } = {
  workload: 'NAME',
  service: 'NAME',
  namespace: 'NAME',
  kind: workloadKinds.join('|'),
  port: 'PORT',
  targetPort: 'PORT|NAME',
  protocol: appProtocols.join('|'),
  audience: audiences.join('|'),
  stateful: undefined,
  perPodAddress: undefined,
  externalHost: 'HOST',
  environment: environments.join('|'),
  cloud: clouds.join('|'),
  tls: undefined,
  'http-routing': undefined,
  staticIp: undefined,
  clientIp: undefined,
};

/** `namespace` is -n, and a workload or Service has its own place in the words. */
const elsewhere: readonly FactName[] = ['namespace'];
const factNames = (Object.keys(values) as FactName[]).filter((fact) => !elsewhere.includes(fact));

const flagName = (fact: FactName): string => fact.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

/** The facts of a question as flags: `--audience internet`, `--per-pod-address`. A fact given twice holds both values. */
export const factFlags: readonly FlagSpec[] = factNames.map((fact): FlagSpec => {
  const value = values[fact];
  const summary = `what is known: ${fact}`;
  return value === undefined ? { name: flagName(fact), summary } : { name: flagName(fact), value, summary, many: true };
});

/** Reads the facts out of parsed flags. Throws a bad-request Problem that lists the allowed values. */
export function factsFromFlags(flags: ReadonlyMap<string, readonly string[]>): AskedFacts {
  const facts: Record<string, unknown> = {};
  for (const fact of factNames) {
    const given = flags.get(flagName(fact));
    if (given === undefined) continue;
    const typed = given.map((word) => (values[fact] === undefined ? word === 'true' : canonical(fact, word)));
    facts[fact] = typed.length === 1 ? typed[0] : typed;
    const checked = askedFactsSchema.shape[fact].safeParse(facts[fact]);
    if (!checked.success) {
      throw badRequest(
        `--${flagName(fact)} ${given.join(', ')} is not possible.`,
        `Give one of: ${values[fact] ?? 'no value'}`,
      );
    }
  }
  return facts;
}

/** The facts as words that `factsFromFlags` reads back. */
export function factsToWords(facts: AskedFacts): readonly string[] {
  return factNames.flatMap((fact): readonly string[] => {
    const value = facts[fact];
    if (value === undefined) return [];
    if (typeof value === 'boolean') return value ? [`--${flagName(fact)}`] : [`--${flagName(fact)}=false`];
    return (Array.isArray(value) ? value : [value]).flatMap((one) => [`--${flagName(fact)}`, String(one)]);
  });
}

/** Numbers become numbers; enum words take the letter case of the API (`http` is `HTTP`). */
function canonical(fact: FactName, word: string): string | number {
  if ((fact === 'port' || fact === 'targetPort') && /^\d{1,5}$/u.test(word)) return Number(word);
  const allowed = values[fact]?.split('|') ?? [];
  return allowed.find((one) => one.toLowerCase() === word.toLowerCase()) ?? word;
}
