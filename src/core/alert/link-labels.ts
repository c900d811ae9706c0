import { isObjectName } from '../ask/object-name.ts';
import type { Candidate } from './alert.ts';
import { kindOfWord } from './kind-words.ts';
import { pairOf, pairsInLine, type LabelPair } from './label-pairs.ts';

const mostLinks = 40;
const longestLink = 8_000;

export interface LinkReading {
  readonly pairs: readonly LabelPair[];
  /** Objects that stand in paths: `/namespaces/shop/pods/checkout-0`. */
  readonly objects: readonly (Candidate & { readonly cluster?: string })[];
}

/**
 * What the links of an alert hold: the labels of a silence, the variables of a dashboard, the matchers in the expression of
 * a generator URL, an object in the path of a console.
 */
export function readLinks(links: readonly string[]): LinkReading {
  const decoded = links.slice(0, mostLinks).map((link) => decode(link.slice(0, longestLink)));
  const objects = decoded
    .flatMap(objectsInPath)
    .filter(({ name, namespace = '' }) => isObjectName(name) && isObjectName(namespace));
  return { pairs: decoded.flatMap(pairsOfLink), objects };
}

function pairsOfLink(link: string): readonly LabelPair[] {
  const query = /[?#](.*)$/su.exec(link)?.[1] ?? '';
  return query.split(/[&\n]/u).flatMap((part) => {
    // `var-namespace=shop`, `tpl_var_kube_namespace[0]=shop`
    const variable = /^(?:var-|tpl_var_)([\w.-]{1,60}?)(?:\[\d+\])?=(.{1,253})$/su.exec(part);
    if (variable !== null) return [pairOf(variable[1] ?? '', variable[2] ?? '')];
    // The parameter's own name is no label: `matcher=namespace=shop`, `g0.expr=up{job="x"}`, `q=kube_namespace:shop`.
    const value = /^[\w.-]{1,30}=(.*)$/su.exec(part)?.[1] ?? part;
    return pairsInLine(value);
  });
}

function objectsInPath(link: string): LinkReading['objects'] {
  const path = link.replace(/[?].*$/su, '');
  const api = /\/namespaces?\/([^/]{1,63})\/([a-z]{3,20})\/([^/?#]{1,253})/u.exec(path);
  const kind = kindOfWord(api?.[2] ?? '');
  if (api !== null && kind !== undefined) return [{ kind, namespace: api[1] ?? '', name: api[3] ?? '' }];
  // Google's console: /kubernetes/deployment/LOCATION/CLUSTER/NAMESPACE/NAME
  const console = /\/kubernetes\/([a-z]{3,20})\/[^/]{1,40}\/([^/]{1,63})\/([^/]{1,63})\/([^/?#]{1,253})/u.exec(path);
  const shown = kindOfWord(console?.[1] ?? '');
  if (console === null || shown === undefined) return [];
  return [{ kind: shown, cluster: console[2] ?? '', namespace: console[3] ?? '', name: console[4] ?? '' }];
}

/** Decoded twice: an expression is often encoded inside of an encoded state. What is not valid stays as it is. */
function decode(link: string): string {
  let text = link.replaceAll('+', ' ');
  for (let round = 0; round < 2; round += 1) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  return text;
}
