import type { ResourceName } from '../../core/model/resources.ts';

/**
 * Kinds that come in thousands, and of which nobody asks who wrote what: their `metadata.managedFields`, half of the bytes of
 * a pod, is cut out of the text before it is parsed. That halves the time and the memory of parsing. Watches are JSON, and what
 * comes from whoever knows no protobuf.
 */
const withoutWriters: ReadonlySet<ResourceName> = new Set(['pods', 'replicasets', 'endpointslices', 'events', 'nodes']);

/** The text of a list or object of this resource as JSON. Throws a SyntaxError for what is no JSON. */
export function parseList(resource: ResourceName, text: string): unknown {
  if (!withoutWriters.has(resource)) return JSON.parse(text) as unknown;
  const short = cutManagedFields(text);
  if (short === text) return JSON.parse(text) as unknown;
  try {
    return JSON.parse(short) as unknown;
  } catch {
    // The name of a writer is free text and can look like the end of the list of writers.
    return JSON.parse(text) as unknown;
  }
}

const START = ',"managedFields":[';
const END = ']},"';
const NEXT_OBJECT = '"metadata":{';

/**
 * The API server writes the fields of metadata in a fixed order, managedFields last, so its end is the end of metadata. These
 * marks stand in no string, where each quote has a backslash before it. What does not look like that is left as it is.
 * Source: the order of the fields of ObjectMeta, k8s.io/apimachinery/pkg/apis/meta/v1/types.go
 */
export function cutManagedFields(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf(START); at >= 0; at = text.indexOf(START, from)) {
    const end = text.indexOf(END, at + START.length);
    const next = text.indexOf(NEXT_OBJECT, at + START.length);
    // An object of metadata alone: the end that was found is that of another one.
    if (end < 0 || (next >= 0 && next < end)) return text;
    kept.push(text.slice(from, at));
    from = end + 1;
  }
  if (kept.length === 0) return text;
  kept.push(text.slice(from));
  return kept.join('');
}
