import type { Labels } from './label-sets.ts';
import { workloadsOfPodName } from './pod-name.ts';
import type { TitleWords } from './title-words.ts';

const nameKeys = ['alertname', 'alert_name', 'rule_name', 'rulename', 'monitor_name'];
const stateWords =
  /^(?:re-?triggered|triggered|firing|alerting|resolved|recovered|closed|acknowledged|escalated|ok|warn(?:ing)?|no ?data|new alert|alert|incident|prometheus|k8s event detected)\b[\s:!–-]*/iu;
const severityAlone = /^(?:high|low|medium|critical|warning|info)\W*$/iu;
const longest = 120;

/** The rule's name by its label, else the title without what changes between two messages about the same alert. */
export function nameOfAlert(labels: Labels, titles: readonly string[], titled: TitleWords | undefined): string {
  const told = nameKeys.map((key) => labels.get(key)?.value ?? '').find((value) => /^[\p{L}\d][^\n]{1,119}$/u.test(value));
  if (told !== undefined) return told;
  // Among bare label values the name of the rule is the one that is written like one.
  const rule = titled?.values.find((value) => /^[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*$/u.test(value));
  return rule ?? titles.map(stableTitle).find((title) => title !== '') ?? '';
}

/** No state, number, time, value, link, emoji or random suffix of a pod: `[FIRING:2] 3 pods of web down` is `pods of web down`. */
export function stableTitle(title: string): string {
  let words = (title.split('\n').find((line) => line.trim() !== '') ?? '')
    .slice(0, 600)
    .replaceAll('*', '')
    // The tags that Datadog puts into a title, and labels.
    .replaceAll(/\bon \{?[\w.]+:[^\s,}]+(?:,[\w.]+:[^\s,}]+)*\}?/giu, ' ')
    .replaceAll(/[\w.]+="[^"]*"|[\w.]+=\S+/gu, ' ')
    .replaceAll(/https?:\/\/\S+/giu, ' ')
    .replaceAll(/\[[^\]]{0,200}\]/gu, ' ')
    .replaceAll(/(?<=^|\s):[\w+-]{2,40}:(?=\s|$)/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}\s./:_-]/gu, ' ');
  for (let before = ''; before !== words;) {
    before = words;
    words = words
      .trim()
      .replace(/^[\s:#.-]+/u, '')
      .replace(stateWords, '');
  }
  if (severityAlone.test(words)) return '';
  return words
    .split(/\s+/u)
    .filter((word) => !/^[#-]?\d[\d.,:/-]*(?:%|ms|s|m|h|d|mib|gib|mb|gb)?$/iu.test(word) && /[\p{L}\p{N}]/u.test(word))
    .map((word) => workloadsOfPodName(word)[0] ?? word)
    .join(' ')
    .slice(0, longest);
}
