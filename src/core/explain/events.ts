import { formatAge } from '../answer/age.ts';
import { heading, list } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, text, type Text } from '../answer/text.ts';
import type { KubernetesEvent } from '../model/kinds/event.ts';
import type { Surroundings } from './surroundings.ts';

const shown = 5;

/** The newest events of the Service itself. */
export function eventsPart({ service, neighbourhood, now }: Surroundings): Part[] {
  if (!neighbourhood.events.read) return [];
  const own = neighbourhood.events.value.of(service).slice(0, shown);
  return own.length === 0 ? [] : [heading('Events'), list(own.map((event) => eventLine(event, now)))];
}

function eventLine({ type, reason, message, count, at }: KubernetesEvent, now: number): Text {
  const when = at === undefined ? '' : `, ${formatAge(now - at)} ago`;
  const times = count > 1 ? `, ${count} times` : '';
  return text`${type === 'Warning' ? 'Warning: ' : ''}${code(reason)}: ${message.trim()}${when}${times}`;
}
