import { z } from 'zod';
import { limits } from '../limits.ts';
import { dispatchConfig } from './choice-elements.ts';
import { actionId, confirm, httpUrl, option, plainText, words } from './objects.ts';

/** Interactive elements and pictures. Source: docs.slack.dev/reference/block-kit/block-elements */
export const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(limits.buttonText),
  action_id: actionId,
  value: z.string().max(limits.buttonValue, `longer than ${limits.buttonValue} characters`).optional(),
  url: httpUrl.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
  accessibility_label: words(limits.accessibilityLabel).optional(),
});

export const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  action_id: actionId,
  placeholder: plainText(limits.placeholder).optional(),
  options: z.array(option).min(1).max(limits.options),
  initial_option: option.optional(),
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
});

export const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: actionId,
  initial_value: z.string().max(limits.inputLength).optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(limits.inputLength).optional(),
  max_length: z.number().int().min(1).max(limits.inputLength).optional(),
  placeholder: plainText(limits.placeholder).optional(),
  dispatch_action_config: dispatchConfig,
  focus_on_load: z.boolean().optional(),
});

export const image = z.strictObject({
  type: z.literal('image'),
  alt_text: words(limits.imageAltText),
  image_url: httpUrl,
});

const feedbackButton = z.strictObject({
  text: plainText(limits.buttonText),
  value: z.string().max(limits.buttonValue),
  accessibility_label: words(limits.accessibilityLabel).optional(),
});

/** A thumb up and a thumb down. */
export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: actionId,
  positive_button: feedbackButton,
  negative_button: feedbackButton,
});
