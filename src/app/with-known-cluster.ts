import { firstOf } from '../core/ask/asked-facts.ts';
import { clusterInText, namesEveryCluster } from '../core/ask/cluster-in-text.ts';
import { stageIn } from '../core/ask/follow-up/stages.ts';
import type { AskRequest, Request } from '../core/ask/request.ts';
import { understand } from '../core/ask/understand/understand.ts';
import type { Intent } from '../core/answer/answer.ts';
import { clusterNamed, type ClusterNames } from './clusters.ts';
import { shortNames } from './short-names.ts';
import { useTarget } from './use-target.ts';

/**
 * The request with its cluster under its own name, whatever it was called, also in free text. Whoever decides by the
 * cluster of a request (defaults, permissions) looks at this. A cluster that does not exist stays: that is said later.
 */
export function withKnownCluster(request: Request, clusters: ClusterNames | undefined): Request {
  if (clusters === undefined || request.verb === 'help') return request;
  if (request.verb === 'use') {
    const { cluster, namespace } = useTarget(request.target, clusters);
    return { ...request, target: namespace === undefined ? cluster : `${cluster}/${namespace}` };
  }
  if (request.cluster !== undefined) return withOwnName(request, clusters);
  return request.verb === 'ask' ? withClusterOfText(request, clusters) : request;
}

/** About what is there: "in prod" is the place to look at, and no more than that. */
const looks: ReadonlySet<Intent> = new Set<Intent>(['triage', 'explain', 'scan', 'list', 'reach']);

/** The same with the cluster's own name; what names no cluster that is there stays as it is. */
export function withOwnName<T extends { readonly cluster?: string }>(one: T, clusters: ClusterNames | undefined): T {
  const known = one.cluster === undefined || clusters === undefined ? undefined : clusterNamed(clusters, one.cluster);
  return known === undefined || known === one.cluster ? one : { ...one, cluster: known };
}

/** A flag behind a question: "is web ok? --cluster prod". */
const flag = /(?<!\S)--cluster[\s=]+(?<word>[^\s?!,;]+)/u;

function withClusterOfText(request: AskRequest, clusters: ClusterNames): Request {
  const flagged = flag.exec(request.text);
  const word = flagged?.groups?.['word'];
  const { names } = clusters;
  if (flagged !== null && word !== undefined) {
    const text = request.text.replace(flagged[0], '').replaceAll(/\s+/gu, ' ').trim();
    return { ...request, cluster: clusterNamed(clusters, word) ?? word, ...(text === '' ? {} : { text }) };
  }
  if (names.length > 0 && namesEveryCluster(request.text)) return scanOfAll(request) ?? request;
  // With one cluster there is no choice, and its name may well be that of a namespace.
  if (names.length < 2) return request;
  const found = clusterInText(request.text, wordsFor(clusters));
  if (found === undefined) return request;
  const { cluster, rest, isCertain } = found;
  // "in prod" says of what is to be built that it is for production: those words stay.
  const isPlaceOnly = isCertain || stageIn(found.word.toLowerCase()) === undefined || looks.has(understand(rest).intent);
  return { ...request, cluster, ...(isPlaceOnly && rest !== '' ? { text: rest } : {}) };
}

/** Every word for a cluster; short ones only where they are of one. */
function wordsFor(clusters: ClusterNames): ReadonlyMap<string, string> {
  const { names, aliases = new Map<string, string>() } = clusters;
  const short = names.flatMap((name) => shortNames(name).map((word) => [word, name] as const));
  return new Map([
    ...short.filter(([word, name]) => clusterNamed(clusters, word) === name),
    ...names.map((name) => [name, name] as const),
    ...aliases,
  ]);
}

/** "what is broken in all clusters?"; undefined when it is about something else ("does NodePort work in all clusters?"). */
function scanOfAll({ text, namespace: given }: AskRequest): Request | undefined {
  const { intent, facts } = understand(text);
  if (intent !== 'scan') return undefined;
  const namespace = given ?? (/\b(?:namespace|ns)\b/iu.test(text) ? firstOf(facts.namespace) : undefined);
  return { verb: 'scan', allClusters: true, ...(namespace === undefined ? {} : { namespace }) };
}
