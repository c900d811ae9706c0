import { z } from 'zod';
import { limits } from '../limits.ts';
import { checkboxes, numberInput, overflow, radioButtons } from './choice-elements.ts';
import { button, feedbackButtons, image as imageElement, plainTextInput, staticSelect } from './elements.ts';
import { anyText, blockId, httpUrl, plainText, words } from './objects.ts';
import { richText } from './rich-text.ts';

const header = z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(limits.headerText) });
const divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });
const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: anyText(limits.text).optional(),
    fields: z.array(anyText(limits.sectionFieldText)).min(1).max(limits.sectionFields).optional(),
    accessory: z
      .discriminatedUnion('type', [button, staticSelect, overflow, radioButtons, checkboxes, imageElement])
      .optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, 'needs text or fields');
const context = z.strictObject({
  type: z.literal('context'),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion('type', [...anyText(limits.text).options, imageElement]))
    .min(1, 'must not be empty')
    .max(limits.contextElements),
});
const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion('type', [button, staticSelect, overflow, radioButtons, checkboxes]))
    .min(1, 'must not be empty')
    .max(limits.actionsElements),
});
const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  block_id: blockId,
  elements: z.array(feedbackButtons).min(1, 'must not be empty').max(limits.contextActionsElements),
});
const image = z.strictObject({
  type: z.literal('image'),
  block_id: blockId,
  alt_text: words(limits.imageAltText),
  title: plainText(limits.imageTitle).optional(),
  image_url: httpUrl.optional(),
  slack_file: z.strictObject({ id: words(255) }).optional(),
});
const markdown = z.strictObject({ type: z.literal('markdown'), text: words(limits.markdown) });
const input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plainText(limits.inputLabel),
  element: z.discriminatedUnion('type', [plainTextInput, numberInput, staticSelect, radioButtons, checkboxes]),
  hint: plainText(limits.inputHint).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});
const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1, 'must not be empty') }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().optional() }),
  richText,
]);
const table = z.strictObject({
  type: z.literal('table'),
  block_id: blockId,
  rows: z.array(z.array(cell).min(1).max(limits.tableColumns)).min(1).max(limits.tableRows),
  column_settings: z
    .array(z.strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() }))
    .max(limits.tableColumns)
    .optional(),
});

/** Every block that k8s-svc sends. Source: docs.slack.dev/reference/block-kit/blocks */
export const block = z.discriminatedUnion('type', [
  header,
  divider,
  section,
  context,
  actions,
  contextActions,
  image,
  markdown,
  input,
  richText,
  table,
]);

export type CheckedBlock = z.infer<typeof block>;

/** Where each kind of block may stand when that is not everywhere. */
export const onlyOn: Readonly<Partial<Record<CheckedBlock['type'], readonly string[]>>> = {
  markdown: ['message'],
  context_actions: ['message'],
  table: ['message', 'home'],
};
