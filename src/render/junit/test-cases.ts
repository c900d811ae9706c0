import type { Answer, Finding, Judged, SuppressedFinding } from '../../core/answer/answer.ts';
import { count, flatten } from '../../core/answer/text.ts';
import { groupSkipped } from '../text/group-skipped.ts';
import { findingLines } from './finding-lines.ts';

export interface TestCase {
  /** The namespace, or '' for what has none. */
  readonly suite: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'error';
  /** One line; for a passed one empty. */
  readonly message: string;
  /** The type of a failure: the check of its heaviest finding. */
  readonly type: string;
  readonly lines: readonly string[];
}

/**
 * A case for every object that was judged. As the exit code has it, only what is critical fails, and after a comparison only
 * what is new; a warning stands in the output of a passed case.
 */
export function testCases(answer: Answer): readonly TestCase[] {
  const places = Map.groupBy(answer.findings ?? [], keyOfFinding);
  const silent = Map.groupBy(answer.suppressed ?? [], ({ finding }) => keyOfFinding(finding));
  const news = answer.since === undefined ? undefined : new Set(answer.since.new);
  return [
    ...judgedIn(answer).map((judged) => toCase(judged, places.get(keyOf(judged)) ?? [], silent.get(keyOf(judged)) ?? [], news)),
    ...unreadCases(answer),
    ...silentClusters(answer),
  ];
}

function toCase(
  { cluster, object, status }: Pick<Judged, 'object'> & Partial<Judged>,
  findings: readonly Finding[],
  suppressed: readonly SuppressedFinding[],
  news: ReadonlySet<Finding> | undefined,
): TestCase {
  const critical = findings.filter((finding) => finding.severity === 'critical');
  const failing = critical.filter((finding) => news?.has(finding) !== false);
  const [head] = failing.length > 0 ? failing : critical;
  const name = object.kind === 'Service' ? object.name : `${object.kind} ${object.name}`;
  const partly = status === 'unknown' ? ['Nothing wrong in what could be read, but not everything could be read.'] : [];
  const lines = [...partly, ...findings.flatMap(findingLines), ...suppressed.map(suppressedLine)];
  const suite = [cluster, object.namespace].filter((one) => one !== undefined).join('/');
  const base = { suite, name, type: head?.check ?? '', lines };
  if (failing.length > 0) return { ...base, outcome: 'failed', message: head?.title ?? '' };
  if (critical.length > 0)
    return { ...base, outcome: 'skipped', message: `Known since the earlier scan: ${head?.title ?? ''}` };
  if (suppressed.some(({ finding }) => finding.severity === 'critical')) {
    return { ...base, outcome: 'skipped', message: `${count(suppressed.length, 'finding')} suppressed by annotation` };
  }
  return { ...base, outcome: 'passed', message: '' };
}

/** What could not be checked is a case of its own that did not run. */
function unreadCases({ skipped = [] }: Answer): readonly TestCase[] {
  return groupSkipped(skipped).map(({ checks, unread, grant }) => ({
    suite: '',
    name: `${count(checks.length, 'check')} on ${unread.join(', ')}`,
    outcome: 'skipped',
    message: `Not checked: could not read ${unread.join(', ')}. Grant: ${grant}`,
    type: 'unread',
    lines: [checks.join(', ')],
  }));
}

/** An answer that does not say what it judged (a review) has its findings' objects. */
function judgedIn({ judged = [], findings = [] }: Answer): readonly (Pick<Judged, 'object'> & Partial<Judged>)[] {
  const known = new Set(judged.map(keyOf));
  const objects = findings.filter((finding) => !known.has(keyOfFinding(finding))).map(placeOf);
  return [...judged, ...new Map(objects.map((one) => [keyOf(one), one])).values()];
}

/** A cluster of which nothing could be read is no success. */
function silentClusters({ clusters = [] }: Answer): readonly TestCase[] {
  return clusters.flatMap(({ cluster, problem, say }): TestCase[] =>
    problem === undefined
      ? []
      : [{ suite: cluster, name: 'can be read', outcome: 'error', message: flatten(say), type: problem.code, lines: [] }],
  );
}

type Place = Pick<Judged, 'object' | 'cluster'>;

function placeOf({ cluster, service, object }: Finding): Place {
  return { object: service ?? object, ...(cluster === undefined ? {} : { cluster }) };
}

function keyOfFinding(finding: Finding): string {
  return keyOf(placeOf(finding));
}

function keyOf({ cluster = '', object: { kind, namespace = '', name } }: Place): string {
  return `${cluster} ${kind} ${namespace}/${name}`;
}

function suppressedLine({ finding, by, reason }: SuppressedFinding): string {
  return `suppressed by ${by === 'config' ? 'the configuration' : 'annotation'}: ${finding.title} (${finding.check})${reason === undefined ? '' : `; reason: ${reason}`}`;
}
