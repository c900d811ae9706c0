import { z } from 'zod';
import { fromSlackText } from './slack-text.ts';

const longest = 8_000;

const messageSchema = z.object({
  text: z.string().optional(),
  attachments: z
    .array(
      z.object({
        pretext: z.string().optional(),
        title: z.string().optional(),
        text: z.string().optional(),
        fallback: z.string().optional(),
        fields: z.array(z.object({ title: z.string().optional(), value: z.string().optional() })).optional(),
      }),
    )
    .optional(),
  blocks: z.array(z.unknown()).optional(),
});

/** All words of a message: its text, its attachments (alerts keep theirs there), or its blocks when there is nothing else. */
export function messageText(message: unknown, botUserId?: string): string {
  const { text = '', attachments = [], blocks = [] } = messageSchema.safeParse(message).data ?? {};
  const attached = attachments.flatMap(({ pretext, title, text, fallback, fields = [] }) => {
    const values = fields.map((field) => `${field.title ?? ''}: ${field.value ?? ''}`);
    return [pretext, title, text ?? fallback].concat(values);
  });
  const lines = [text, ...attached].filter((line): line is string => line !== undefined && line.trim() !== '');
  const words = lines.length > 0 ? lines : [...textsIn(blocks)];
  return fromSlackText(words.join('\n'), botUserId).slice(0, longest).toWellFormed();
}

/** The `text` strings anywhere in blocks. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    if (key === 'text' && typeof inside === 'string') yield inside;
    else yield* textsIn(inside);
  }
}
