import { isObjectName } from '../ask/object-name.ts';
import { measuresOthers } from './label-keys.ts';
import { workloadsOfPodName } from './pod-name.ts';

const most = 12;
const severities = /^(?:critical|warning|warn|info|none|page|error|high|medium|low|p\d|sev-?\d|true|false|firing|resolved)$/iu;
/** `[FIRING:1] KubePodNotReady shop (checkout-0 monitoring/k8s critical)`: values of the group's labels, then of the others. */
const subject = /^[^[\n]{0,80}\[(?:FIRING|RESOLVED)(?::\d+)?(?:, ?RESOLVED:\d+)?\]\s*([^()\n]*?)(?:\s\(([^()\n]*)\))?\s*$/iu;

export interface TitleWords {
  /** The label values by which the notification is grouped, in order: the same in every message of the group. */
  readonly group: string;
  /** All values, in order. */
  readonly values: readonly string[];
  /** Values that may be names in the cluster. */
  readonly words: readonly string[];
}

/** The label values in a title as Alertmanager and Grafana write it by default, which leaves the labels' names out. */
export function titleWords(titles: readonly string[]): TitleWords | undefined {
  for (const title of titles) {
    const match = subject.exec((title.split(' | ')[0] ?? '').slice(0, 1_500));
    if (match === null) continue;
    const [, group = '', others = ''] = match;
    const values = `${group} ${others}`.split(/\s+/u);
    const words = values.filter(
      (value) => isObjectName(value) && /[a-z]/u.test(value) && !severities.test(value) && !measuresOthers(value),
    );
    const key = group.split(/\s+/u).map((value) => workloadsOfPodName(value)[0] ?? value);
    return { group: key.join(' ').toLowerCase(), values, words: [...new Set(words)].slice(0, most) };
  }
  return undefined;
}
