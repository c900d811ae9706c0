import { subscribe, unsubscribe } from 'node:diagnostics_channel';

export interface Counted {
  readonly requests: number;
  readonly bytes: number;
}

/**
 * Counts what undici sends and gets while the work runs.
 * Source: undici.nodejs.org, Diagnostics Channel Support
 */
export async function countRequests(work: () => Promise<unknown>): Promise<Counted> {
  let requests = 0;
  let bytes = 0;
  const onCreate = () => {
    requests += 1;
  };
  const onChunk = (message: unknown) => {
    bytes += (message as { chunk?: { length?: number } }).chunk?.length ?? 0;
  };
  subscribe('undici:request:create', onCreate);
  subscribe('undici:request:bodyChunkReceived', onChunk);
  try {
    await work();
  } finally {
    unsubscribe('undici:request:create', onCreate);
    unsubscribe('undici:request:bodyChunkReceived', onChunk);
  }
  return { requests, bytes };
}
