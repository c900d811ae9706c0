import { z } from 'zod';
import type { ManifestRequest, Request } from '../../core/ask/request.ts';
import { formatRequest } from '../../core/ask/format-request.ts';
import { limits } from '../../render/slack/limits.ts';

/** Slack's addresses for answers, or a Slack on this machine: a form must not make the bot send anything elsewhere. */
const slackHosts = /^(?:hooks\.slack(?:-gov)?\.com|127\.0\.0\.1)$/u;

/** Where the button stood, and so where the manifest goes. */
const origin = z.strictObject({
  channel: z.string().min(1),
  threadTs: z.string().optional(),
  /** Only the person saw the answer: its `response_url`, for the manifest to reach nobody else either. */
  privately: z.strictObject({ url: z.url({ protocol: /^https?$/u, hostname: slackHosts }).optional() }).optional(),
});
export type FormOrigin = z.infer<typeof origin>;

const filled = z.strictObject({ name: z.string(), namespace: z.string(), ports: z.string() });
/** What k8s-svc filled in by itself; what differs from it was typed by the person. */
export type Filled = z.infer<typeof filled>;

const stateSchema = z.strictObject({
  v: z.literal(1),
  /** The request that the form changes, in words. */
  request: z.string().min(1),
  filled,
  /** Counts how often k8s-svc filled the fields anew: an input takes a new value only under a new block_id. */
  round: z.int().min(0),
  origin,
});

export interface FormState {
  readonly base: ManifestRequest;
  readonly filled: Filled;
  readonly round: number;
  readonly origin: FormOrigin;
}

/** For `private_metadata`, which only this app sees; undefined when it is longer than Slack takes. */
export function toMetadata({ base, ...rest }: FormState): string | undefined {
  const words = JSON.stringify({ v: 1, request: formatRequest(base), ...rest });
  return words.length > limits.privateMetadata ? undefined : words;
}

/** Undefined for a form of another version of k8s-svc. */
export function fromMetadata(metadata: string | undefined, parse: (words: string) => Request): FormState | undefined {
  try {
    const { request, filled, round, origin } = stateSchema.parse(JSON.parse(metadata ?? ''));
    const base = parse(request);
    return base.verb === 'manifest' ? { base, filled, round, origin } : undefined;
  } catch {
    return undefined;
  }
}
