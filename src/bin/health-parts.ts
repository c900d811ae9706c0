import type { HealthPart } from '../observe/health.ts';
import type { ConnectionState } from '../slack/connection-state.ts';
import { describeStore, type StoreHealth } from '../slack/shared/shared.ts';

/** Clusters are opened when they are first asked about, so none is fine too. */
export function clusterPart(lastStatus: number | undefined): HealthPart {
  if (lastStatus === undefined) return { name: 'cluster', state: 'ok', say: 'No API server was asked yet.' };
  return lastStatus > 0
    ? { name: 'cluster', state: 'ok' }
    : { name: 'cluster', state: 'degraded', say: 'The last request to an API server had no answer.' };
}

/** Ready is a bot that Slack reaches: a rollout waits until the new one is, and a Service sends nothing to one that ends. */
export function slackPart(state: ConnectionState): HealthPart {
  switch (state) {
    case 'connected':
      return { name: 'slack', state: 'ok' };
    case 'starting':
      return { name: 'slack', state: 'down', say: 'The bot is not connected to Slack yet.' };
    case 'reconnecting':
      return { name: 'slack', state: 'down', say: 'The connection to Slack is cut; it is being opened again.' };
    case 'stopping':
      return { name: 'slack', state: 'down', say: 'The bot finishes what it has begun, and takes nothing new.' };
    default:
      return state satisfies never;
  }
}

/** Without it each replica goes on alone: at worst an event is answered twice. */
export function storePart(health: StoreHealth): HealthPart {
  const state = health.unreachableSince() === undefined ? 'ok' : 'degraded';
  return { name: 'store', state, say: describeStore(health) };
}
