import { list } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, text, type Text } from '../answer/text.ts';
import type { Observed, UnreadReason, UnreadResource } from '../model/observed.ts';
import { grantFor } from '../model/resources.ts';

const reasons: Readonly<Record<Exclude<UnreadReason, 'not-asked' | 'cannot-matter'>, string>> = {
  forbidden: 'forbidden',
  'not-open': 'not all namespaces are open to you here',
  'not-served': 'this cluster does not serve them',
  'timed-out': 'timed out',
  'cut-short': 'only a part arrived',
  unreachable: 'the API server did not answer',
  'not-in-dump': 'not in the file',
};

function sentence({ resource, namespace, why }: UnreadResource): Text {
  if (why === 'not-asked' || why === 'cannot-matter') return [];
  const start = text`Could not read ${code(resource)} (${reasons[why]})`;
  if (why === 'forbidden') return text`${start}: grant ${code(grantFor(resource, namespace))}.`;
  if (why === 'not-in-dump') return text`${start}: add ${code(`kubectl get ${resource} -o yaml`)} to it.`;
  return text`${start}.`;
}

/** What is missing from this explanation, and how to get it. What was not asked for is not missing. */
export function unreadParts(parts: readonly Observed<unknown>[]): Part[] {
  const missing = new Map<string, Text>();
  for (const part of parts) {
    if (part.read) continue;
    for (const one of part.unread) {
      const words = sentence(one);
      if (words.length > 0) missing.set(`${one.resource}/${one.namespace ?? ''}`, words);
    }
  }
  return missing.size === 0 ? [] : [list([...missing.values()])];
}
