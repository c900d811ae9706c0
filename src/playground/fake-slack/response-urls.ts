import { randomBytes } from 'node:crypto';

/** Source: docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export const RESPONSE_URL_LIFE_MS = 30 * 60_000;
export const RESPONSE_URL_USES = 5;

/** Where an answer to a response_url goes, and the message whose button was pressed, if there was one. */
export interface ResponseTarget {
  readonly channel: string;
  readonly user: string;
  readonly source: { readonly ts: string; readonly threadTs: string | undefined; readonly ephemeral: boolean } | undefined;
}

export interface ResponseUrls {
  issue(kind: 'commands' | 'actions', target: ResponseTarget): string;
  /** Takes one use. Undefined: unknown, used up or too old. */
  use(path: string): ResponseTarget | undefined;
}

/** `base` is only known when the server listens, hence a function. */
export function createResponseUrls(base: () => string, teamId: string, now: () => number): ResponseUrls {
  const issued = new Map<string, { readonly target: ResponseTarget; readonly at: number; uses: number }>();
  return {
    issue(kind, target) {
      const path = `/${kind}/${teamId}/${issued.size + 1}/${randomBytes(12).toString('hex')}`;
      issued.set(path, { target, at: now(), uses: 0 });
      return base() + path;
    },
    use(path) {
      const one = issued.get(path);
      if (one === undefined || one.uses >= RESPONSE_URL_USES || now() - one.at > RESPONSE_URL_LIFE_MS) return undefined;
      one.uses += 1;
      return one.target;
    },
  };
}
