import { answerSchema } from '../../src/render/json/answer-schema.ts';
import type { Row } from '../row.ts';
import { faultOf, nameOf, namespaceOf, type ManyServices } from './shop-of-many.ts';

/** Whether a scan, printed as JSON, names each broken Service with the right cause, and no healthy one. */
export function judgeScan(json: string, of: ManyServices): readonly Row[] {
  const { findings = [] } = answerSchema.parse(JSON.parse(json));
  const causes = new Map<string, Set<string>>();
  for (const { check, role, severity, object, service } of findings) {
    const about = service ?? object;
    if (role === 'symptom' || severity !== 'critical' || about.namespace?.startsWith('team-') !== true) continue;
    const key = `${about.namespace}/${about.name}`;
    causes.set(key, (causes.get(key) ?? new Set()).add(check));
  }
  let named = 0;
  let alarms = 0;
  for (let index = 0; index < of.services; index += 1) {
    const fault = faultOf(index, of);
    const said = causes.get(`${namespaceOf(index)}/${nameOf(index)}`);
    if (fault === undefined) alarms += said === undefined ? 0 : 1;
    else if (said?.has(fault) === true) named += 1;
  }
  return [
    { what: 'broken Services named with their cause', value: named, unit: 'of the broken', goal: of.broken },
    { what: 'healthy Services called broken', value: alarms, unit: 'false alarms', goal: 0 },
  ];
}
