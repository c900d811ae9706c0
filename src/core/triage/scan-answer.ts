import { action, answer, heading, list, note, table } from '../answer/build.ts';
import type { Answer, Finding, Severity } from '../answer/answer.ts';
import type { Part } from '../answer/part.ts';
import { code, count, text, type Text } from '../answer/text.ts';
import { formatRequest } from '../ask/format-request.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { ServiceTriage } from './triage-service.ts';

/** More than this many broken Services are shown as a table; their details are a `triage` away. */
const MOST_IN_FULL = 5;
const order: readonly Severity[] = ['critical', 'warning', 'info'];

/** `namespace` undefined is the whole cluster. */
export function scanAnswer(snapshot: Snapshot, triages: readonly ServiceTriage[], namespace: string | undefined): Answer {
  const where: Text = namespace === undefined ? text`the cluster` : text`namespace ${code(namespace)}`;
  const broken = triages.filter((triage) => severityOf(triage) !== undefined).toSorted(byWeight);
  const findings = broken.flatMap((triage) => triage.findings.filter((finding) => finding.severity !== 'info'));
  const skipped = [
    ...new Map(triages.flatMap((triage) => triage.skipped).map((one) => [`${one.check} ${one.grant}`, one])).values(),
  ];
  const critical = broken.filter((triage) => severityOf(triage) === 'critical').length;
  const worst = broken[0] === undefined ? undefined : severityOf(broken[0]);
  return answer('scan', headline(triages.length, critical, broken.length - critical, where, skipped.length > 0), {
    status: worst ?? (skipped.length > 0 ? 'info' : 'ok'),
    parts: broken.length <= MOST_IN_FULL ? inFull(broken) : asTable(broken, namespace === undefined),
    actions: broken
      .slice(0, 3)
      .map((triage) =>
        action(
          `Triage ${triage.name}`,
          formatRequest({ verb: 'triage', service: triage.name, namespace: triage.namespace, why: false }),
        ),
      ),
    findings,
    skipped,
    read: { cluster: snapshot.cluster, at: snapshot.takenAt },
  });
}

function headline(all: number, critical: number, warned: number, where: Text, partly: boolean): Text {
  if (all === 0) return text`There are no Services in ${where}.`;
  if (critical + warned === 0) {
    return partly
      ? text`Nothing wrong in what could be read of ${count(all, 'Service')} in ${where}, but not everything could be read.`
      : all === 1
        ? text`The one Service in ${where} is healthy.`
        : text`All ${all} Services in ${where} are healthy.`;
  }
  const parts = [
    ...(critical > 0 ? [`${critical} of ${count(all, 'Service')} ${critical === 1 ? 'does' : 'do'} not work`] : []),
    ...(warned > 0
      ? [
          `${critical > 0 ? '' : `${warned} of ${count(all, 'Service')} `}${critical > 0 ? `${warned} more ` : ''}${warned === 1 ? 'has' : 'have'} a warning`,
        ]
      : []),
  ];
  return text`${parts.join(' and ')} in ${where}.`;
}

function inFull(broken: readonly ServiceTriage[]): readonly Part[] {
  return broken.flatMap((triage) => [
    heading(`${triage.namespace}/${triage.name}`),
    ...triage.findings.filter((finding) => finding.severity !== 'info').map((finding): Part => ({ kind: 'finding', finding })),
  ]);
}

function asTable(broken: readonly ServiceTriage[], withNamespace: boolean): readonly Part[] {
  const rows = broken.map((triage) => {
    const head = triage.findings[0] as Finding;
    return [...(withNamespace ? [triage.namespace] : []), triage.name, head.severity, head.check, head.title];
  });
  const columns = [...(withNamespace ? ['NAMESPACE'] : []), 'SERVICE', 'SEVERITY', 'CAUSE', 'IN WORDS'];
  const worst = broken.slice(0, 3).flatMap((triage) => {
    const [head] = triage.findings;
    return head === undefined ? [] : [head.say];
  });
  return [
    heading('Worst first'),
    list(worst),
    table('Services that do not work, and why', columns, rows),
    note(text`Details: triage SERVICE -n NAMESPACE.`),
  ];
}

/** The heaviest finding that is not a mere note; undefined when the Service is fine. */
function severityOf(triage: ServiceTriage): Severity | undefined {
  return triage.findings
    .map((finding) => finding.severity)
    .filter((severity) => severity !== 'info')
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))[0];
}

function byWeight(a: ServiceTriage, b: ServiceTriage): number {
  const weight = (triage: ServiceTriage) => order.indexOf(severityOf(triage) ?? 'info');
  return weight(a) - weight(b) || a.namespace.localeCompare(b.namespace) || a.name.localeCompare(b.name);
}
