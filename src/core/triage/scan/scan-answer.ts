import { action, answer } from '../../answer/build.ts';
import type { Action, Answer, EarlierScan, SkippedCheck } from '../../answer/answer.ts';
import { code, text, type Text } from '../../answer/text.ts';
import { formatRequest } from '../../ask/format-request.ts';
import { isSame } from '../../model/kinds/meta.ts';
import { isLimited } from '../../model/open-of.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { compareScans } from './compare-scans.ts';
import { comparisonHeadline, comparisonParts } from './comparison-parts.ts';
import { groupParts } from './group-parts.ts';
import { judge } from './judge.ts';
import { causesOf, groupCauses, type CauseGroup } from './scan-causes.ts';
import { scanHeadline } from './scan-headline.ts';
import { suppressedParts, unknownIgnoreParts } from '../suppress/suppressed-parts.ts';
import type { ServiceTriage } from '../triage-service.ts';
import { withoutRepeats } from './without-repeats.ts';

/** `namespace` undefined is the whole cluster; with `earlier`, what is new since then comes first. */
export function scanAnswer(
  snapshot: Snapshot,
  all: readonly ServiceTriage[],
  namespace: string | undefined,
  earlier?: EarlierScan,
): Answer {
  const triages = withoutRepeats(all);
  const everywhere = isLimited(snapshot) ? text`the namespaces that are open to you here` : text`the cluster`;
  const where: Text = namespace === undefined ? everywhere : text`namespace ${code(namespace)}`;
  const services = triages.filter((triage) => triage.name !== '');
  const groups = groupCauses(triages.flatMap(causesOf));
  const judged = triages.flatMap(judge);
  const skipped = skippedOf(triages);
  const suppressed = triages.flatMap((triage) => triage.suppressed).filter(({ finding }) => finding.severity !== 'info');
  const since = earlier === undefined ? undefined : compareScans(earlier, triages, namespace);
  const state = scanHeadline({
    services: services.length,
    critical: judged.filter((one) => one.object.kind === 'Service' && one.status === 'critical').length,
    warning: judged.filter((one) => one.object.kind === 'Service' && one.status === 'warning').length,
    beside: judged.flatMap(({ object, status }) =>
      object.kind === 'Service' || status === 'ok' || status === 'unknown' ? [] : [{ object, severity: status }],
    ),
    partly: skipped.length > 0,
    suppressed: suppressed.length,
    where,
  });
  return answer('scan', since === undefined ? state : comparisonHeadline(since, groups, state), {
    status: groups[0]?.severity ?? (skipped.length > 0 ? 'info' : 'ok'),
    parts: [
      ...(since === undefined
        ? groupParts(groups)
        : comparisonParts(since, groups, { before: earlier?.cluster, now: snapshot.cluster })),
      ...suppressedParts(suppressed),
      ...unknownIgnoreParts(
        services.map(({ namespace: its, name, unknownIgnores }) => ({ name: `${its}/${name}`, unknown: unknownIgnores })),
      ),
    ],
    actions: actionsFor(groups),
    findings: groups.flatMap((group) => group.causes.flatMap(({ head, symptoms }) => [head, ...symptoms])),
    skipped,
    ...(suppressed.length === 0 ? {} : { suppressed }),
    judged,
    ...(since === undefined ? {} : { since }),
    read: { cluster: snapshot.cluster, at: snapshot.takenAt },
  });
}

function skippedOf(triages: readonly ServiceTriage[]): readonly SkippedCheck[] {
  const all = triages.flatMap((triage) => triage.skipped);
  return [...new Map(all.map((one) => [`${one.check} ${one.grant}`, one])).values()];
}

/** The first place of the three heaviest causes: each button leads to another fault. */
function actionsFor(groups: readonly CauseGroup[]): readonly Action[] {
  const firsts = groups.map((group) => group.causes[0].about).filter((object) => object.kind === 'Service');
  return firsts
    .filter((object, index) => firsts.findIndex((one) => isSame(one, object)) === index)
    .slice(0, 3)
    .map(({ name, namespace = '' }) =>
      action(`Triage ${name}`, formatRequest({ verb: 'triage', service: name, namespace, why: false })),
    );
}
