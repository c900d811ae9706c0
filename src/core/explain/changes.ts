import { formatAge } from '../answer/age.ts';
import { heading, list } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, joinTexts, text, type Text } from '../answer/text.ts';
import type { FieldChange } from '../model/kinds/meta.ts';
import { managedBy } from './managed-by.ts';
import type { Surroundings } from './surroundings.ts';
import { isByHand, writerWords } from './writer-words.ts';

const shown = 5;
const fieldsShown = 4;

interface Dated extends FieldChange {
  readonly time: number;
}

/**
 * Newest first. A writer appears once, at the time when it last changed anything. Of two in one second the API lists the one who
 * applied before the one who updated, and that is the order in which it mostly was: the later in the list counts as the newer.
 */
function changesOf({ service }: Surroundings): readonly Dated[] {
  const dated = (service.metadata.changes ?? []).flatMap((one) => (one.time === undefined ? [] : [{ ...one, time: one.time }]));
  return dated.toReversed().toSorted((a, b) => b.time - a.time);
}

/** `2h ago by kubectl edit (spec.selector)`: the row of the facts; a status that a controller writes is no change. */
export function lastChangeRow(around: Surroundings): (readonly [string, Text])[] {
  const last = changesOf(around).find(({ subresource }) => subresource !== 'status');
  return last === undefined ? [] : [['Last change', text`${ago(last, around)} by ${writerWords(last)}${inFields(last)}`]];
}

/** Who else wrote to it and what is theirs; nothing while one writer did it all. */
export function changesPart(around: Surroundings): Part[] {
  const changes = changesOf(around);
  if (changes.length < 2) return [];
  return [
    heading('What changed'),
    list(changes.slice(0, shown).map((one) => text`${ago(one, around)}: ${writerWords(one)}${inFields(one)}`)),
  ];
}

/** A field of the spec that somebody set by hand although a release or Git has the say. */
export function handmadeWords(around: Surroundings): Text[] {
  if (managedBy(around.service) === undefined) return [];
  return changesOf(around).flatMap((one) => {
    const fields = one.fields.filter((field) => field.startsWith('spec.'));
    if (!isByHand(one) || fields.length === 0) return [];
    return [
      text`${joinTexts(fields.slice(0, fieldsShown).map(code))} ${fields.length === 1 ? 'was' : 'were'} set by hand (${writerWords(one)}, ${ago(one, around)}), past what manages it: the next deployment may undo that.`,
    ];
  });
}

function ago({ time }: Dated, { now }: Surroundings): string {
  return `${formatAge(now - time)} ago`;
}

function inFields({ fields }: FieldChange): Text {
  if (fields.length === 0) return [];
  const more = fields.length > fieldsShown ? ` and ${fields.length - fieldsShown} more` : '';
  return text` (${joinTexts(fields.slice(0, fieldsShown).map(code), more === '' ? ' and ' : ', ')}${more})`;
}
