import { z } from 'zod';
import { blockId, httpUrl } from './objects.ts';

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional();
const written = z.string().min(1, 'must not be empty');

const text = z.strictObject({ type: z.literal('text'), text: written, style });
const link = z.strictObject({ type: z.literal('link'), url: httpUrl, text: written.optional(), style });
const emoji = z.strictObject({ type: z.literal('emoji'), name: z.string().regex(/^[a-z0-9_+-]+$/u, 'is no emoji name') });
const user = z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]+$/u, 'is no user id') });
const leaf = z.discriminatedUnion('type', [text, link, emoji, user]);

const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(leaf).min(1, 'must not be empty') });
const list = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(section).min(1, 'must not be empty'),
  indent: z.number().int().min(0).max(8).optional(),
  offset: z.number().int().min(0).optional(),
  border: z.union([z.literal(0), z.literal(1)]).optional(),
});
const preformatted = z.strictObject({
  type: z.literal('rich_text_preformatted'),
  elements: z.array(z.discriminatedUnion('type', [text, link])).min(1, 'must not be empty'),
  border: z.union([z.literal(0), z.literal(1)]).optional(),
});
const quote = z.strictObject({
  type: z.literal('rich_text_quote'),
  elements: z.array(leaf).min(1, 'must not be empty'),
  border: z.union([z.literal(0), z.literal(1)]).optional(),
});

/** The mentions of channels and groups (`broadcast`, `usergroup`, `channel`) are left out: nothing here ever sends one. */
export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z.array(z.discriminatedUnion('type', [section, list, preformatted, quote])).min(1, 'must not be empty'),
});
