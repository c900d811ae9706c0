import type { Severity } from '../../answer/answer.ts';
import { count, text, type Text } from '../../answer/text.ts';
import type { ObjectRef } from '../../model/kinds/meta.ts';

export interface ScanSum {
  readonly services: number;
  /** How many Services have this as their heaviest finding. */
  readonly critical: number;
  readonly warning: number;
  /** Objects beside the Services (an Ingress, a route) that have a finding. */
  readonly beside: readonly { readonly object: ObjectRef; readonly severity: Severity }[];
  /** Something could not be read, so that "healthy" may not be said. */
  readonly partly: boolean;
  /** Findings that annotations silence. */
  readonly suppressed: number;
  readonly where: Text;
}

/** One sentence over a scan: how many Services do not work, and what beside them. */
export function scanHeadline(sum: ScanSum): Text {
  const { services, critical, warning, beside, where } = sum;
  const said = [
    ...(critical > 0 ? [`${critical} of ${count(services, 'Service')} ${critical === 1 ? 'does' : 'do'} not work`] : []),
    ...(warning > 0 ? [warned(warning, critical > 0, services)] : []),
    ...(beside.length > 0 ? [besideWords(beside)] : []),
  ];
  if (said.length > 0) return text`${said.join(', and ')} in ${where}.`;
  if (services === 0) return text`There are no Services in ${where}.`;
  if (sum.partly) {
    return text`Nothing wrong in what could be read of ${count(services, 'Service')} in ${where}, but not everything could be read.`;
  }
  if (sum.suppressed > 0) {
    return text`Nothing wrong in ${where} but ${count(sum.suppressed, 'finding')} that ${sum.suppressed === 1 ? 'an annotation suppresses' : 'annotations suppress'}.`;
  }
  return services === 1
    ? text`The one Service in ${where} is healthy.`
    : text`All ${services} Services in ${where} are healthy.`;
}

function warned(warning: number, more: boolean, services: number): string {
  const verb = warning === 1 ? 'has' : 'have';
  return more ? `${warning} more ${verb} a warning` : `${warning} of ${count(services, 'Service')} ${verb} a warning`;
}

function besideWords(beside: ScanSum['beside']): string {
  const [only] = beside;
  const verb = beside.some((one) => one.severity === 'critical') ? 'not work' : 'need a look';
  if (beside.length === 1 && only !== undefined) {
    return `${only.object.kind} ${only.object.name} ${only.severity === 'critical' ? 'does not work' : 'needs a look'}`;
  }
  return `${beside.length} Ingresses, routes or other objects do ${verb}`.replace('do need', 'need');
}
