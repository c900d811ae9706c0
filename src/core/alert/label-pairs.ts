import { trimEnd } from '../words/trim-end.ts';
import { bareLine } from './bare-line.ts';

export interface LabelPair {
  /** In lower case, with underscores: `Kubernetes Namespace` is `kubernetes_namespace`. */
  readonly key: string;
  readonly value: string;
  /** As it was written. */
  readonly raw: string;
}

const longestLine = 4_000;
/** `namespace = shop`, `namespace="shop"`, `namespace: shop`, `kube_namespace:shop`; a URL is the value of its scheme. */
const inline =
  /([A-Za-z][\w.-]{0,60})`?\s{0,3}(?:=~|=|:)\s{0,3}(?:\\?"([^"\\\n]{0,253})\\?"|'([^'\n]{0,253})'|`([^`\n]{0,253})`|([^\s"'`,;{}()[\]|<>]{1,1000}))/gu;
/** `● namespace \`shop\``: a row of a table with two columns. */
const row = /^([A-Za-z][\w./-]{0,60})\s+`([^`\n]{1,253})`$/u;
/** `Kubernetes Namespace: shop` */
const severalWords = /^([A-Za-z][\w-]{0,30}(?: [A-Za-z][\w-]{0,30}){1,3}):\s+`?([^\s`,;]{1,253})/u;

/** `alertname = Checkout is not ready`: Grafana's rules have names with spaces. */
const ruleName = /^(alert_?name|rule_?name|monitor_?name)\s*[:=]\s*["`]?([^"`=,;]{1,200}?)["`]?$/iu;

/** The named values in one line, in order. */
export function pairsInLine(line: string): readonly LabelPair[] {
  const bare = bareLine(line.slice(0, longestLine));
  const whole = ruleName.exec(bare) ?? row.exec(bare) ?? severalWords.exec(bare);
  const found = whole === null ? [] : [pairOf(whole[1] ?? '', whole[2] ?? '')];
  for (const match of bare.matchAll(inline)) {
    const [, key = '', ...values] = match;
    found.push(pairOf(key, values.find((value) => value !== undefined) ?? ''));
  }
  return found;
}

export function pairOf(raw: string, value: string): LabelPair {
  const key = raw
    .trim()
    .toLowerCase()
    .replaceAll(/[\s./-]+/gu, '_');
  return { key, raw, value: trimEnd(value.trim(), '.,;') };
}
