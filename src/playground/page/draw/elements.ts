import type { Json } from '../../fake-slack/model.ts';
import { emojiOf } from './emoji.ts';
import { h, type Node, safeUrl } from './node.ts';
import type { Spot } from './spot.ts';
import { choices, optionGroups, placeholder } from './options.ts';
import { asJson, asList, asString, plainOf } from './text-object.ts';

/** Any interactive element or image. What a click does is found by `data-block` and `data-action`. */
export function drawElement(element: Json, spot: Spot): Node {
  const hooks = hooksOf(element, spot);
  const name = {
    'aria-labelledby': spot.labelledBy,
    // A menu beside a text has no label of its own in Slack; what it asks for names it.
    'aria-label': spot.labelledBy === undefined ? (label(element) ?? plainOf(element['placeholder'])) || 'Choose' : undefined,
    autofocus: element['focus_on_load'] === true ? '' : undefined,
  };
  const initial = asString(element['initial_value']);
  switch (element['type']) {
    case 'button':
      return drawButton(element, hooks);
    case 'image':
      return h('img', { src: safeUrl(element['image_url']), alt: asString(element['alt_text']), class: 'element-image' });
    case 'static_select':
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
      return h('select', { ...hooks, ...name }, placeholder(element), ...optionGroups(element));
    case 'multi_static_select':
      return h('select', { ...hooks, ...name, multiple: '' }, ...optionGroups(element));
    case 'overflow':
      return h(
        'details',
        { class: 'overflow' },
        h('summary', { 'aria-label': 'More actions' }, '⋯'),
        h(
          'div',
          { class: 'menu' },
          asList(element['options']).map((one) =>
            h('button', { ...hooks, type: 'button', 'data-value': asString(one['value']) }, plainOf(one['text'])),
          ),
        ),
      );
    case 'radio_buttons':
    case 'checkboxes':
      return h(
        'div',
        { ...hooks, class: 'choices', role: element['type'] === 'checkboxes' ? 'group' : 'radiogroup', ...name },
        choices(element, spot),
      );
    case 'plain_text_input':
      return element['multiline'] === true
        ? h(
            'textarea',
            { ...hooks, ...name, rows: '5', maxlength: lengthOf(element), placeholder: plainOf(element['placeholder']) },
            initial,
          )
        : h('input', {
            ...hooks,
            ...name,
            type: 'text',
            value: initial,
            maxlength: lengthOf(element),
            placeholder: plainOf(element['placeholder']),
          });
    case 'number_input':
      return h('input', {
        ...hooks,
        ...name,
        type: 'number',
        step: element['is_decimal_allowed'] === true ? 'any' : '1',
        min: asString(element['min_value']) || undefined,
        max: asString(element['max_value']) || undefined,
        value: initial,
        placeholder: plainOf(element['placeholder']),
      });
    case 'feedback_buttons':
      return h(
        'span',
        { class: 'feedback' },
        ['positive_button', 'negative_button'].map((key) => feedback(asJson(element[key]), key, hooks)),
      );
    case 'icon_button':
      return h(
        'button',
        { ...hooks, type: 'button', class: 'icon', 'aria-label': label(element) ?? plainOf(element['text']) },
        plainOf(element['text']),
      );
    default:
      return h('span', { class: 'unsupported' }, `This page does not draw the element ${asString(element['type'])}.`);
  }
}

function drawButton(element: Json, hooks: Readonly<Record<string, string | undefined>>): Node {
  const style = asString(element['style']);
  const href = safeUrl(element['url']);
  return h(
    'button',
    {
      ...hooks,
      type: 'button',
      class: style === '' ? 'button' : `button ${style}`,
      'aria-label': label(element),
      'data-url': href,
    },
    plainOf(element['text']),
  );
}

function hooksOf(element: Json, spot: Spot): Readonly<Record<string, string | undefined>> {
  return {
    'data-block': spot.blockId,
    'data-action': asString(element['action_id']),
    'data-confirm': element['confirm'] === undefined ? undefined : confirmOf(asJson(element['confirm'])),
  };
}

/** The confirmation dialog's words, as JSON for the browser. */
function confirmOf(confirm: Json): string {
  const word = (key: string, otherwise: string) => plainOf(confirm[key]) || otherwise;
  return JSON.stringify({
    title: word('title', 'Are you sure?'),
    text: word('text', ''),
    confirm: word('confirm', 'Yes'),
    deny: word('deny', 'Cancel'),
  });
}

function feedback(button: Json, key: string, hooks: Readonly<Record<string, string | undefined>>): Node {
  const sign = emojiOf(key === 'positive_button' ? '+1' : '-1') ?? '';
  return h(
    'button',
    {
      ...hooks,
      type: 'button',
      class: 'icon',
      'data-value': asString(button['value']),
      'aria-label': label(button) ?? plainOf(button['text']),
    },
    sign,
  );
}

function label(element: Json): string | undefined {
  return asString(element['accessibility_label']) || undefined;
}

function lengthOf(element: Json): string | undefined {
  return asString(element['max_length']) || undefined;
}
