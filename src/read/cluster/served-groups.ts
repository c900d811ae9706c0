import { array, raw, string } from '../project/raw.ts';
import type { Connection } from './connection.ts';
import { isFatal } from './failures.ts';

/** A CRD that is installed during an incident has to be seen soon, and one request a minute is no load. */
const KEPT_MS = 60_000;

/** The names of the API groups that a server has; undefined when it does not say, and then any may be there. */
export type ServedGroups = (signal: AbortSignal) => Promise<ReadonlySet<string> | undefined>;

/**
 * One request in place of one for every kind that a cluster need not have. Every account may make it unless its cluster
 * has taken that right away (ClusterRole system:discovery).
 */
export function servedGroupsOver(connection: Connection, now: () => number): ServedGroups {
  let known: { readonly at: number; readonly groups: ReadonlySet<string> } | undefined;
  return async (signal) => {
    if (known !== undefined && now() - known.at < KEPT_MS) return known.groups;
    try {
      const groups = array(raw(await connection.get('/apis', {}, signal))['groups']).map((one) => string(raw(one)['name']));
      // A server without any group is none that can be believed.
      if (groups.length === 0) return undefined;
      known = { at: now(), groups: new Set(groups) };
      return known.groups;
    } catch (error) {
      if (isFatal(error)) throw error;
      return undefined;
    }
  };
}
