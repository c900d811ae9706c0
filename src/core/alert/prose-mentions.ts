import { trimEnd } from '../words/trim-end.ts';
import { isObjectName } from '../ask/object-name.ts';
import type { Candidate } from './alert.ts';
import { kindOfWord, kindWords } from './kind-words.ts';

const kindWord = `(${Object.keys(kindWords).join('|')})`;
const name = '([a-z0-9][a-z0-9.-]{0,252})';
const longest = 20_000;
const most = 20;

/** `Pod shop/checkout-0`, `Deployment: shop/checkout` */
const pairWithKind = new RegExp(`\\b${kindWord}s?:? ["']?${name}/${name}`, 'giu');
/** `pod checkout-0 in namespace shop`, `service "checkout" in the shop namespace` */
const inNamespace = new RegExp(
  `\\b${kindWord}s?:? ["']?${name}["']? (?:\\([^)\\n]{0,60}\\) )?(?:is [a-z ]{1,40} )?(?:in|of|from) (?:the )?(?:namespace ["']?${name}|["']?${name}["']? namespace)`,
  'giu',
);
/** `namespace shop` */
const namespaceAlone = new RegExp(`\\bnamespace:? ["']?${name}|\\bin ["']?${name}["']? namespace\\b`, 'giu');
/** A name with its kind beside it, where quotes say that it is a name: `service "checkout"`. */
const quoted = new RegExp(`\\b${kindWord}s?:? ["']${name}["']`, 'giu');
/** `checkout.shop.svc.cluster.local` */
const dnsName =
  /(?:^|[^a-z0-9.-])(?:[a-z0-9-]{1,63}\.)?([a-z0-9][a-z0-9-]{0,62})\.([a-z0-9][a-z0-9-]{0,62})\.svc(?![a-z0-9-])/giu;

/** The objects that sentences name, in the shapes in which alert rules and bots write them. */
export function mentionsInProse(text: string): readonly Candidate[] {
  const prose = text
    .slice(0, longest)
    .replaceAll(/https?:\/\/\S+/giu, ' ')
    .replaceAll(/[`*]/gu, '')
    .replaceAll(/[ \t]+/gu, ' ');
  const alone = only([...prose.matchAll(namespaceAlone)].map(([, one, other]) => one ?? other ?? ''));
  return [
    ...[...prose.matchAll(pairWithKind)].map(([, kind = '', namespace = '', one = '']) => named(kind, one, namespace)),
    ...[...prose.matchAll(inNamespace)].map(([, kind = '', one = '', first, second]) => named(kind, one, first ?? second)),
    ...[...prose.matchAll(quoted)].map(([, kind = '', one = '']) => named(kind, one, alone)),
    ...dnsNamesIn(prose),
  ]
    .flatMap((one) => one ?? [])
    .slice(0, most);
}

/** The Services whose DNS names stand in the text. */
export function dnsNamesIn(text: string): readonly Candidate[] {
  return [...text.slice(0, longest).matchAll(dnsName)].map(([, service = '', namespace = '']) => ({
    kind: 'Service',
    name: service.toLowerCase(),
    namespace: namespace.toLowerCase(),
  }));
}

function named(kindSaid: string, one: string, namespace: string | undefined): Candidate | undefined {
  const kind = kindOfWord(kindSaid);
  const name = clean(one);
  const where = clean(namespace ?? '');
  if (kind === undefined || name === undefined) return undefined;
  return { kind, name, ...(where === undefined ? {} : { namespace: where }) };
}

function clean(word: string): string | undefined {
  const bare = trimEnd(word, '.-');
  return isObjectName(bare) ? bare : undefined;
}

function only(words: readonly string[]): string | undefined {
  const distinct = [...new Set(words.flatMap((word) => clean(word) ?? []))];
  return distinct.length === 1 ? distinct[0] : undefined;
}
