import { action, answer, heading, list, note, table } from '../answer/build.ts';
import type { Answer, Finding, Severity } from '../answer/answer.ts';
import type { Part } from '../answer/part.ts';
import { code, text, type Text } from '../answer/text.ts';
import { formatRequest } from '../ask/format-request.ts';
import type { ObjectRef } from '../model/kinds/meta.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { scanHeadline } from './scan-headline.ts';
import type { ServiceTriage } from './triage-service.ts';

/** More than this many broken Services are shown as a table; their details are a `triage` away. */
const MOST_IN_FULL = 5;
const order: readonly Severity[] = ['critical', 'warning', 'info'];

/** What is wrong with one Service, or with one object beside the Services. */
interface Trouble {
  readonly object: ObjectRef;
  readonly severity: Severity;
  /** Worst first; never empty. */
  readonly findings: readonly Finding[];
}

/** `namespace` undefined is the whole cluster. */
export function scanAnswer(snapshot: Snapshot, triages: readonly ServiceTriage[], namespace: string | undefined): Answer {
  const where: Text = namespace === undefined ? text`the cluster` : text`namespace ${code(namespace)}`;
  const troubles = triages.flatMap(troublesOf).sort(byWeight);
  const ofServices = troubles.filter((trouble) => trouble.object.kind === 'Service');
  const skipped = [
    ...new Map(triages.flatMap((triage) => triage.skipped).map((one) => [`${one.check} ${one.grant}`, one])).values(),
  ];
  const partly = skipped.length > 0;
  const headline = scanHeadline({
    services: triages.filter((triage) => triage.name !== '').length,
    critical: ofServices.filter((trouble) => trouble.severity === 'critical').length,
    warning: ofServices.filter((trouble) => trouble.severity === 'warning').length,
    beside: troubles.filter((trouble) => trouble.object.kind !== 'Service'),
    partly,
    where,
  });
  return answer('scan', headline, {
    status: troubles[0]?.severity ?? (partly ? 'info' : 'ok'),
    parts: troubles.length <= MOST_IN_FULL ? inFull(troubles) : asTable(troubles, namespace === undefined),
    actions: ofServices
      .slice(0, 3)
      .map(({ object }) =>
        action(
          `Triage ${object.name}`,
          formatRequest({ verb: 'triage', service: object.name, namespace: object.namespace ?? '', why: false }),
        ),
      ),
    findings: troubles.flatMap((trouble) => trouble.findings),
    skipped,
    read: { cluster: snapshot.cluster, at: snapshot.takenAt },
  });
}

/** Findings about one Service are one trouble; those beside the Services are one for each object. */
function troublesOf(triage: ServiceTriage): readonly Trouble[] {
  const findings = triage.findings.filter((finding) => finding.severity !== 'info');
  const groups =
    triage.name === ''
      ? [...Map.groupBy(findings, ({ object }) => `${object.kind}/${object.namespace}/${object.name}`).values()]
      : [findings];
  return groups.flatMap((group) => {
    const [head] = group;
    if (head === undefined) return [];
    const object = triage.name === '' ? head.object : { kind: 'Service', namespace: triage.namespace, name: triage.name };
    const severity = order.find((one) => group.some((finding) => finding.severity === one)) ?? 'info';
    return [{ object, severity, findings: group }];
  });
}

function inFull(troubles: readonly Trouble[]): readonly Part[] {
  return troubles.flatMap(({ object, findings }) => [
    heading(`${object.kind === 'Service' ? '' : `${object.kind} `}${object.namespace ?? ''}/${object.name}`),
    ...findings.map((finding): Part => ({ kind: 'finding', finding })),
  ]);
}

function asTable(troubles: readonly Trouble[], withNamespace: boolean): readonly Part[] {
  const rows = troubles.map(({ object, severity, findings }) => {
    const name = object.kind === 'Service' ? object.name : `${object.kind} ${object.name}`;
    return [
      ...(withNamespace ? [object.namespace ?? ''] : []),
      name,
      severity,
      findings[0]?.check ?? '',
      findings[0]?.title ?? '',
    ];
  });
  const columns = [...(withNamespace ? ['NAMESPACE'] : []), 'SERVICE', 'SEVERITY', 'CAUSE', 'IN WORDS'];
  const worst = troubles.slice(0, 3).flatMap(({ findings }) => findings.slice(0, 1).map((finding) => finding.say));
  return [
    heading('Worst first'),
    list(worst),
    table('What does not work, and why', columns, rows),
    note(text`Details: triage SERVICE -n NAMESPACE.`),
  ];
}

function byWeight(a: Trouble, b: Trouble): number {
  return (
    order.indexOf(a.severity) - order.indexOf(b.severity) ||
    (a.object.namespace ?? '').localeCompare(b.object.namespace ?? '') ||
    a.object.name.localeCompare(b.object.name)
  );
}
