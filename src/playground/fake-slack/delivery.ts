import type { Json } from './model.ts';

export type PayloadKind = 'command' | 'event' | 'interaction';

/**
 * What the app said when it took a payload: the body of its 2xx, or why Slack counts it as not taken. `not_sent` is what
 * Slack's own client refused before.
 */
export type Ack =
  | { readonly ok: true; readonly body: Json }
  | {
      readonly ok: false;
      readonly reason: 'http_timeout' | 'http_error' | 'connection_failed' | 'not_connected' | 'not_sent';
      readonly final?: boolean;
    };

/** The way to the app: signed HTTP requests, or the WebSocket of Socket Mode. */
export interface Delivery {
  send(kind: PayloadKind, payload: Json, retry?: { readonly attempt: number; readonly reason: string }): Promise<Ack>;
}
