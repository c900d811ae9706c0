import type { Json } from '../../fake-slack/model.ts';
import { h, type Node } from './node.ts';
import type { Spot } from './spot.ts';
import { asJson, asList, asString, drawText, plainOf } from './text-object.ts';

/** The first, empty entry of a menu that has no choice yet. */
export function placeholder(element: Json): Node | false {
  if (element['initial_option'] !== undefined) return false;
  return h('option', { value: '', disabled: '', selected: '' }, plainOf(element['placeholder']) || 'Choose…');
}

/** The entries of a menu, in their groups. */
export function optionGroups(element: Json): readonly Node[] {
  const initial = initialValues(element);
  const option = (one: Json): Node => {
    const value = asString(one['value']);
    return h('option', { value, selected: initial.has(value) && value !== '' ? '' : undefined }, plainOf(one['text']));
  };
  const groups = asList(element['option_groups']).map((group) =>
    h('optgroup', { label: plainOf(group['label']) }, asList(group['options']).map(option)),
  );
  return [...asList(element['options']).map(option), ...groups];
}

/** Radio buttons or checkboxes, one label each. */
export function choices(element: Json, { blockId, names }: Spot): readonly Node[] {
  const type = element['type'] === 'checkboxes' ? 'checkbox' : 'radio';
  const initial = initialValues(element);
  return asList(element['options']).map((one) => {
    const value = asString(one['value']);
    const checked = initial.has(value) ? '' : undefined;
    const hint = drawText(one['description'], names);
    return h(
      'label',
      { class: 'choice' },
      h('input', { type, name: `${blockId}-${asString(element['action_id'])}`, value, checked }),
      h('span', {}, ...drawText(one['text'], names), hint.length > 0 && h('small', {}, ...hint)),
    );
  });
}

function initialValues(element: Json): ReadonlySet<string> {
  return new Set(
    [asJson(element['initial_option']), ...asList(element['initial_options'])].map((one) => asString(one['value'])),
  );
}
