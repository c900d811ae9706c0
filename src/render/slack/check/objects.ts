import { z } from 'zod';
import { limits } from '../limits.ts';

/** A string of 1 to `most` characters, as nearly every text of Block Kit is. */
export const words = (most: number) => z.string().min(1, 'must not be empty').max(most, `longer than ${most} characters`);

export const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: words(most), emoji: z.boolean().optional() });

const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: words(most), verbatim: z.boolean().optional() });

export const anyText = (most: number) => z.discriminatedUnion('type', [plainText(most), mrkdwn(most)]);

export const httpUrl = words(limits.url).regex(/^https?:\/\/[^\s]+$/u, 'is no http or https URL');
export const blockId = words(limits.blockId).optional();
export const actionId = words(limits.actionId);

export const confirm = z.strictObject({
  title: plainText(limits.confirmTitle),
  text: anyText(limits.confirmText),
  confirm: plainText(limits.confirmButton),
  deny: plainText(limits.confirmButton),
  style: z.enum(['primary', 'danger']).optional(),
});

export const option = z.strictObject({
  text: plainText(limits.optionText),
  value: words(limits.optionValue),
  description: plainText(limits.optionDescription).optional(),
});
