import { z } from 'zod';
import type { Answer } from '../core/answer/answer.ts';
import { answer, list } from '../core/answer/build.ts';
import { code, plain, text } from '../core/answer/text.ts';
import type { Request } from '../core/ask/request.ts';
import type { Store } from './store.ts';

const defaultsSchema = z.object({ cluster: z.string(), namespace: z.string().exactOptional() });

/** What goes without saying in a channel. */
export interface ChannelDefaults {
  readonly cluster?: string;
  readonly namespace?: string;
}

const ttlMs = 365 * 24 * 60 * 60 * 1_000;
const keyOf = (channel: string) => `defaults:${channel}`;

export interface DefaultsDeps {
  readonly store: Store;
  /** What the configuration says of a channel. */
  readonly channelDefaults?: (channel: string) => ChannelDefaults | undefined;
}

/** What `use CLUSTER[/NAMESPACE]` has set for a channel; else what the configuration says of it. */
export async function readDefaults(
  { store, channelDefaults }: DefaultsDeps,
  channel: string,
): Promise<ChannelDefaults | undefined> {
  const stored = await store.get(keyOf(channel));
  const used = stored === undefined ? undefined : defaultsSchema.safeParse(JSON.parse(stored)).data;
  return used ?? channelDefaults?.(channel);
}

/** Keeps what was checked by the assistant, and says what it means here. */
export async function keepDefaults(
  store: Store,
  channel: string,
  defaults: z.infer<typeof defaultsSchema>,
  checked: Answer,
): Promise<Answer> {
  const { cluster, namespace } = defaults;
  await store.set(keyOf(channel), JSON.stringify(defaults), ttlMs);
  return answer(
    checked.intent,
    text`Requests in this channel now go to cluster ${code(cluster)}${namespace === undefined ? '' : text`, namespace ${code(namespace)}`}.`,
    { parts: [list([plain('-n NAMESPACE, -A and --cluster NAME in a request still win.')])] },
  );
}

/** Words that name a namespace themselves. */
export const namesNamespace = /(^|\s)-n[\s=]|\bnamespaces?\b|\bns\b/iu;

/** The request with the defaults of its channel, where it does not say otherwise itself. */
export function withDefaults(request: Request, defaults: ChannelDefaults | undefined): Request {
  if (defaults === undefined || request.verb === 'use' || request.verb === 'help') return request;
  if (request.verb === 'scan' && request.allClusters === true) return request;
  const elsewhere = request.cluster !== undefined && request.cluster !== defaults.cluster;
  const said =
    request.namespace !== undefined ||
    request.allNamespaces === true ||
    elsewhere ||
    (request.verb === 'ask' && namesNamespace.test(request.text));
  return {
    ...(defaults.cluster === undefined ? {} : { cluster: defaults.cluster }),
    ...(said || defaults.namespace === undefined ? {} : { namespace: defaults.namespace }),
    ...request,
  };
}
