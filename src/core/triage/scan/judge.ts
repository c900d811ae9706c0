import type { Finding, Judged } from '../../answer/answer.ts';
import { isSame } from '../../model/kinds/meta.ts';
import { heaviest } from './scan-causes.ts';
import type { ServiceTriage } from '../triage-service.ts';

/** The Service of a triage, healthy or not; of what stands beside the Services, the objects that have a finding. */
export function judge(triage: ServiceTriage): readonly Judged[] {
  const findings = triage.findings.filter((finding) => finding.severity !== 'info');
  if (triage.name !== '') {
    const object = { kind: 'Service', namespace: triage.namespace, name: triage.name };
    const status = statusOf(findings);
    return [{ object, status: status === 'ok' && triage.skipped.length > 0 ? 'unknown' : status }];
  }
  const objects = findings
    .map((finding) => finding.object)
    .filter((object, index, all) => all.findIndex((one) => isSame(one, object)) === index);
  return objects.map((object) => ({
    object,
    status: statusOf(findings.filter((finding) => isSame(finding.object, object))),
  }));
}

function statusOf(findings: readonly Finding[]): ReturnType<typeof heaviest> {
  return heaviest(findings.map((finding) => finding.severity));
}
