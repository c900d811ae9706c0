import { SocketModeReceiver, type Receiver } from '@slack/bolt';
import type { SlackMode } from './deps.ts';

export type ConnectionState = 'starting' | 'connected' | 'reconnecting' | 'stopping';

interface WatchedConnection {
  /** Follows the receiver that the app is given, and hands it on. */
  of(receiver: Receiver): Receiver;
  began(): void;
  ends(): void;
  state(): ConnectionState;
}

/** Knows whether Slack reaches the app: over HTTP while it listens, in Socket Mode while the WebSocket stands. */
export function watchConnection(mode: SlackMode): WatchedConnection {
  let began = false;
  let ended = false;
  let open = mode.kind !== 'socket';
  return {
    of(receiver) {
      if (receiver instanceof SocketModeReceiver) {
        receiver.client.on('connected', () => (open = true));
        for (const event of ['reconnecting', 'disconnected', 'close']) receiver.client.on(event, () => (open = false));
      }
      return receiver;
    },
    began: () => void (began = true),
    ends: () => void (ended = true),
    state() {
      if (ended) return 'stopping';
      if (!began) return 'starting';
      return open ? 'connected' : 'reconnecting';
    },
  };
}
