import { z } from 'zod';
import { limits } from '../limits.ts';
import { actionId, anyText, confirm, option, plainText, words } from './objects.ts';

const focus_on_load = z.boolean().optional();

/** In radio buttons and checkboxes an option may be mrkdwn. */
const choice = option.extend({
  text: anyText(limits.optionText),
  description: anyText(limits.optionDescription).optional(),
});
const choices = z.array(choice).min(1).max(limits.choices);

export const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  action_id: actionId,
  options: choices,
  initial_option: choice.optional(),
  confirm: confirm.optional(),
  focus_on_load,
});

export const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: actionId,
  options: choices,
  initial_options: choices.optional(),
  confirm: confirm.optional(),
  focus_on_load,
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: z.array(option).min(1).max(limits.overflowOptions),
  confirm: confirm.optional(),
});

/** When an input of a block with `dispatch_action` tells the app. */
export const dispatchConfig = z
  .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1) })
  .optional();

/** Slack takes the bounds and the value as strings. */
const decimal = words(limits.optionValue).regex(/^-?\d+(?:\.\d+)?$/u, 'is no number');

export const numberInput = z.strictObject({
  type: z.literal('number_input'),
  action_id: actionId,
  is_decimal_allowed: z.boolean(),
  initial_value: decimal.optional(),
  min_value: decimal.optional(),
  max_value: decimal.optional(),
  placeholder: plainText(limits.placeholder).optional(),
  dispatch_action_config: dispatchConfig,
  focus_on_load,
});
