import { number, raw, string, type Raw } from '../../project/raw.ts';
import { ApiError } from '../api-error.ts';

/** One line of a watch. `version` is where the next watch goes on. */
export type WatchEvent =
  | { readonly is: 'set' | 'deleted'; readonly object: Raw; readonly version: string }
  | { readonly is: 'bookmark'; readonly version: string };

/**
 * Reads a line of a watch. Throws ApiError for what the server says in place of an event (410: the version is too old), and a
 * SyntaxError for what is no JSON.
 * Source: kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes
 */
export function parseWatchEvent(line: string, parse: (text: string) => unknown = JSON.parse): WatchEvent | undefined {
  const event = raw(parse(line));
  const object = raw(event['object']);
  const metadata = raw(object['metadata']);
  const version = string(metadata['resourceVersion']);
  switch (event['type']) {
    case 'ADDED':
    case 'MODIFIED':
      return { is: 'set', object, version };
    case 'DELETED':
      return { is: 'deleted', object, version };
    case 'BOOKMARK':
      return { is: 'bookmark', version };
    case 'ERROR':
      throw new ApiError(number(object['code'], 500), string(object['reason']).slice(0, 60));
    default:
      return undefined;
  }
}
