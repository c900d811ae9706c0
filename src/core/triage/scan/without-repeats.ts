import type { Finding } from '../../answer/answer.ts';
import type { ServiceTriage } from '../triage-service.ts';

/**
 * A Gateway or an Ingress controller that many namespaces use is looked at from each of them; in a scan of the cluster it
 * is told once, where it is met first.
 */
export function withoutRepeats(triages: readonly ServiceTriage[]): readonly ServiceTriage[] {
  const told = new Set<string>();
  const isNew = (finding: Finding): boolean => {
    const { kind, namespace = '', name } = finding.object;
    const key = `${finding.check} ${kind} ${namespace}/${name}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  };
  return triages.map((triage) => {
    if (triage.name !== '' || triage.findings.length === 0) return triage;
    // Several findings of one check about one object belong together: only another namespace repeats them.
    const own = new Set(triage.findings.filter(isNew).map((finding) => `${finding.check} ${finding.object.name}`));
    return { ...triage, findings: triage.findings.filter((one) => own.has(`${one.check} ${one.object.name}`)) };
  });
}
