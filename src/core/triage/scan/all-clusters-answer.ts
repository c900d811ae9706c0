import type { Action, Answer, ClusterState, Finding, Severity } from '../../answer/answer.ts';
import { answer, heading, list, note, paragraph } from '../../answer/build.ts';
import type { Part } from '../../answer/part.ts';
import { code, count, joinTexts, text, type Text } from '../../answer/text.ts';
import { inCluster } from '../../ask/in-cluster.ts';

/** The scan of one of several clusters, or the problem that came in its place. */
export interface ClusterScan {
  readonly cluster: string;
  readonly answer: Answer;
}

const order: readonly ClusterState['status'][] = ['critical', 'warning', 'unread', 'info', 'ok'];
/** Buttons lead to the worst Services of the worst clusters. */
const MOST_ACTIONS = 4;

/** One answer about several clusters: what is broken first with a section each, then in a line each what was not read and what is healthy. */
export function allClustersAnswer(scans: readonly ClusterScan[]): Answer {
  const all = scans
    .map((scan) => ({ ...scan, state: stateOf(scan) }))
    .toSorted((a, b) => order.indexOf(a.state.status) - order.indexOf(b.state.status));
  const read = all.filter(({ state }) => state.status !== 'unread');
  const unread = all.filter(({ state }) => state.status === 'unread');
  const broken = read.filter(({ state }) => state.status === 'critical' || state.status === 'warning');
  const partly = read.filter(({ state }) => state.status === 'info');
  const healthy = read.filter(({ state }) => state.status === 'ok');
  return answer('scan', headlineOf(all.map(({ state }) => state)), {
    status: statusOf(all.map(({ state }) => state)),
    parts: [
      ...broken.flatMap(sectionOf),
      ...linesOf(unread, (cluster, say) => text`${code(cluster)} was not read: ${say}`),
      ...partly.flatMap(sectionOf),
      ...linesOf(healthy, (cluster, say) => text`${code(cluster)}: ${say}`),
      ...(broken.some(({ answer: { findings = [] } }) => findings.some(hasCommand)) ? [note(whose)] : []),
    ],
    actions: read.flatMap(actionsOf).slice(0, MOST_ACTIONS),
    findings: read.flatMap(({ cluster, answer: { findings = [] } }) => findings.map((one) => ({ ...one, cluster }))),
    skipped: read.flatMap(({ cluster, answer: { skipped = [] } }) => skipped.map((one) => ({ ...one, cluster }))),
    judged: read.flatMap(({ cluster, answer: { judged = [] } }) => judged.map((one) => ({ ...one, cluster }))),
    ...suppressedOf(read),
    clusters: all.map(({ state }) => state),
    ...(read.length === 0 ? { problem: { code: unread[0]?.answer.problem?.code ?? 'cluster-unreachable' } } : readOf(read)),
  });
}

const whose = text`The commands of a section are for its cluster: give kubectl its --context where that is not your current one.`;

function hasCommand({ next }: Finding): boolean {
  return next.some(({ command }) => command !== undefined);
}

/** A line a cluster, where that is all there is to say. */
function linesOf(
  some: readonly { readonly state: ClusterState }[],
  words: (cluster: string, say: Text) => Text,
): readonly Part[] {
  return some.length === 0 ? [] : [list(some.map(({ state }) => words(state.cluster, state.say)))];
}

function stateOf({ cluster, answer: { status, headline, problem } }: ClusterScan): ClusterState {
  if (problem !== undefined) return { cluster, status: 'unread', say: headline, problem };
  return { cluster, status: status ?? 'info', say: headline };
}

function headlineOf(states: readonly ClusterState[]): Text {
  const having = (...statuses: readonly ClusterState['status'][]) => states.filter(({ status }) => statuses.includes(status));
  const names = (some: readonly ClusterState[]) => joinTexts(some.map(({ cluster }) => code(cluster)));
  const [critical, warning, unread] = [having('critical'), having('warning'), having('unread')];
  const said = [
    ...(critical.length === 0 ? [] : [text`something does not work in ${names(critical)}`]),
    ...(warning.length === 0 ? [] : [text`there are warnings in ${names(warning)}`]),
    ...(unread.length === 0 ? [] : [text`${names(unread)} could not be read`]),
  ];
  const all = count(states.length, 'cluster');
  if (said.length === 0) {
    return having('info').length === 0 ? text`All ${all} are healthy.` : text`Nothing wrong in what could be read of ${all}.`;
  }
  return text`Of ${all}: ${joinTexts(said, ', and ')}.`;
}

function statusOf(states: readonly ClusterState[]): Severity | 'ok' {
  const [worst] = states;
  if (worst === undefined) return 'info';
  return worst.status === 'unread' ? 'warning' : worst.status;
}

function sectionOf({ cluster, answer: { headline, parts } }: ClusterScan): readonly Part[] {
  return [heading(`Cluster ${cluster}`), paragraph(headline), ...parts];
}

function actionsOf({ cluster, answer: { actions } }: ClusterScan): readonly Action[] {
  return actions
    .slice(0, 2)
    .map((one) => ({ ...one, label: `${one.label} (${cluster})`.slice(0, 70), request: inCluster(one.request, cluster) }));
}

function suppressedOf(read: readonly ClusterScan[]): Pick<Answer, 'suppressed'> {
  const suppressed = read.flatMap(({ cluster, answer: { suppressed: own = [] } }) =>
    own.map((one) => ({ ...one, finding: { ...one.finding, cluster } satisfies Finding })),
  );
  return suppressed.length === 0 ? {} : { suppressed };
}

/** The oldest reading: nothing in the answer is older. */
function readOf(scans: readonly ClusterScan[]): Pick<Answer, 'read'> {
  const times = scans.flatMap(({ answer: { read } }) => (read === undefined ? [] : [read.at]));
  if (times.length === 0) return {};
  return { read: { cluster: scans.map(({ cluster }) => cluster).join(', '), at: Math.min(...times) } };
}
