import type { Manifest, RecommendationType } from '../answer/answer.ts';
import { heading, list, note, paragraph, shell, yaml } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, joinTexts, link, strong, text, type Text } from '../answer/text.ts';
import { firstOf, type AskedFacts } from '../ask/asked-facts.ts';
import { prose } from '../concept/prose.ts';
import type { WrittenManifest } from '../manifest/write-manifest.ts';
import type { Known } from './known.ts';
import type { Leaf } from './leaf.ts';
import type { Proposal } from './propose.ts';

const mostWarnings = 3;

/** The two nearest types that were not taken, and why not. */
export function whyNot(leaf: Leaf): readonly Part[] {
  const two = leaf.instead.slice(0, 2);
  return [heading('Why not'), list(two.map(({ type, because }) => text`${strong(nameOf(type))}: ${prose(because)}.`))];
}

/** What nobody said and a question could settle: who answers no more questions should know. */
export function assumedPart({ decision }: Proposal): readonly Part[] {
  const { ask, steps } = decision;
  const assumed = ask === undefined ? undefined : steps.find((step) => step.question === ask);
  return assumed === undefined ? [] : [paragraph(text`Assuming ${prose(assumed.say)}. Tell me if that is wrong.`)];
}

/** What it costs and what an expert would warn of; as many as a person reads. */
export function costsAndRisks({ decision, facts, cluster, hints }: Proposal): readonly Part[] {
  const known: Known = { facts, cluster, hints, answers: {} };
  const fitting = decision.leaf.warnings.filter((one) => one.when(known)).slice(0, mostWarnings);
  return [heading('What to know'), list([prose(decision.leaf.costs), ...fitting.map((one) => prose(one.say))])];
}

/** The YAML (or the command), what has to be replaced in it, and the line that applies it. */
export function manifestParts({ written }: Proposal): readonly Part[] {
  const { manifest, command } = written;
  const parts: Part[] = [];
  if (command !== undefined) parts.push(shell(command));
  if (manifest !== undefined) parts.push(yaml(manifest.name, manifest.yaml));
  parts.push(...placeholderParts(written));
  if (manifest !== undefined) {
    parts.push(
      paragraph(text`Save it, let the API server check it without changing anything, then apply it:`),
      shell(`kubectl apply --dry-run=server -f ${manifest.name}\nkubectl apply -f ${manifest.name}`),
    );
  }
  return [...parts, ...proofParts(written)];
}

export function placeholderParts({ placeholders }: WrittenManifest): readonly Part[] {
  return placeholders.length === 0 ? [] : [paragraph(text`Replace before use: ${joinTexts(placeholders.map(prose))}.`)];
}

/** What was proven, and what the API server would refuse. */
export function proofParts({ manifest, failed, faults, checkedBy }: WrittenManifest): readonly Part[] {
  return [
    ...(manifest === undefined ? [] : [provenNote(manifest.proven, failed, checkedBy)]),
    ...faults.map(({ path, rule }) => note(text`The API server would refuse ${code(path)}: ${rule}.`)),
  ];
}

const proofs: readonly (readonly [Manifest['proven'][number], string])[] = [
  ['schema', 'the rules of the API'],
  ['checks', 'the triage checks against the cluster'],
  ['dry-run', 'a dry run of the API server'],
];

/** What ran before the manifest is shown, and what did not. */
function provenNote(proven: Manifest['proven'], failed: Manifest['proven'] = [], checkedBy = ''): Part {
  const named = (which: (proof: Manifest['proven'][number]) => boolean) =>
    proofs
      .filter(([proof]) => which(proof))
      .map(([proof, words]) => (proof === 'schema' && checkedBy !== '' ? `${words} (${checkedBy})` : words));
  const ran = named((proof) => proven.includes(proof));
  const refused = named((proof) => failed.includes(proof));
  const missing = named((proof) => !proven.includes(proof) && !failed.includes(proof));
  const passed = ran.length === 0 ? text`Nothing was proven` : text`Passed: ${joinTexts(ran)}`;
  const not = refused.length === 0 ? text`` : text` Not passed (see below): ${joinTexts(refused)}.`;
  return note(missing.length === 0 ? text`${passed}.${not}` : text`${passed}.${not} Not run: ${joinTexts(missing, ' or ')}.`);
}

export function sourceNote(leaf: Leaf): Part {
  return note(text`Source: ${link('kubernetes.io', leaf.source)}`);
}

/** Services that lead to the workload already: perhaps nothing new is needed. */
export function existingServices({ cluster, decision }: Proposal): readonly Part[] {
  const workload = cluster?.workload;
  if (workload === undefined || workload.services.length === 0) return [];
  const names = joinTexts(workload.services.map((one) => text`${code(one.metadata.name)} (${typeOf(one)})`));
  const fit = workload.services.find((one) => typeOf(one) === typeNeeded(decision.leaf.recommend));
  const reuse =
    fit === undefined
      ? text`Its type differs from the recommended one: change it in place, or add the Service below beside it.`
      : text`${code(fit.metadata.name)} is already of the recommended type: use it, unless it must not change.`;
  return [
    paragraph(text`${workload.kind} ${code(workload.name)} already has ${names}. ${reuse}`),
    ...(decision.leaf.template === 'ingress'
      ? existingEntries(
          cluster,
          workload.services.map((one) => one.metadata.name),
        )
      : []),
  ];
}

/** A second host is a second rule: no second Ingress is needed for it. */
function existingEntries(cluster: Proposal['cluster'], services: readonly string[]): readonly Part[] {
  const there = (cluster?.entries ?? []).filter((entry) => entry.services.some((name) => services.includes(name)));
  if (there.length === 0) return [];
  const names = joinTexts(there.slice(0, 3).map((one) => text`${one.kind} ${code(one.name)}`));
  return [
    paragraph(text`${names} ${there.length === 1 ? 'leads' : 'lead'} to it already: another host can be added there, too.`),
  ];
}

function typeOf(service: { readonly spec: { readonly type: string; readonly clusterIP: string } }): string {
  return service.spec.clusterIP === 'None' ? 'Headless' : service.spec.type;
}

function typeNeeded(type: RecommendationType): string {
  if (type === 'LoadBalancer-internal') return 'LoadBalancer';
  return type === 'Ingress-or-Gateway' ? 'ClusterIP' : type;
}

/** A workload that is not there: what was perhaps meant. */
export function missingWorkload({ cluster }: Proposal): readonly Part[] {
  const missing = cluster?.missing;
  if (missing === undefined) return [];
  const where =
    missing.namespace === undefined ? text`in any namespace that I can read` : text`in namespace ${code(missing.namespace)}`;
  if (missing.namespaces.length > 1 && missing.namespace === undefined) {
    const names = joinTexts(missing.namespaces.map(code));
    return [paragraph(text`Several namespaces have a workload ${code(missing.name)}: ${names}. Say which with -n.`)];
  }
  const others = missing.namespaces.length > 0 ? text` It exists in ${joinTexts(missing.namespaces.map(code))}.` : text``;
  const near = missing.nearest.length > 0 ? text` Did you mean ${joinTexts(missing.nearest.map(code), ' or ')}?` : text``;
  return [paragraph(text`There is no workload ${code(missing.name)} ${where}.${others}${near}`)];
}

/** Parts of the cluster that could not be read, so that nobody takes unread for empty. */
export function unreadNote({ cluster }: Proposal): readonly Part[] {
  const resources = [...new Set((cluster?.unread ?? []).filter((one) => one.why !== 'not-asked').map((one) => one.resource))];
  if (resources.length === 0) return [];
  return [note(text`Not read: ${joinTexts(resources.map(code))}. The answer does without.`)];
}

/** As people write the type in a sentence. */
export function nameOf(type: RecommendationType): string {
  const names: Partial<Record<RecommendationType, string>> = {
    'LoadBalancer-internal': 'internal LoadBalancer',
    'Ingress-or-Gateway': 'Ingress or Gateway',
    'selectorless-Service': 'Service without selector',
  };
  return names[type] ?? type;
}

/** `web` in code, or "it". */
export function subject(facts: AskedFacts): Text {
  const name = firstOf(facts.workload) ?? firstOf(facts.service);
  return name === undefined ? [] : text` for ${code(name)}`;
}
