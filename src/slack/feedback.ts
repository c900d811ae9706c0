import { z } from 'zod';
import { intents, type Answer, type Intent } from '../core/answer/answer.ts';
import type { SlackBlock } from '../render/slack/blocks.ts';
import { actionIds } from '../render/slack/buttons.ts';

/** What a person thinks of an answer. Kept as a number by intent, never with words of anyone. */
export type FeedbackValue = 'good' | 'bad';

const asked: ReadonlySet<Intent> = new Set(['decide', 'triage', 'concept', 'manifest', 'explain']);

/** Two small buttons under an answer that can be right or wrong; none under a question or a failure. */
export function feedbackButtons({ intent, problem, asks = [] }: Answer): readonly SlackBlock[] {
  if (!asked.has(intent) || problem !== undefined || asks.length > 0) return [];
  const button = (value: FeedbackValue, label: string) => ({
    text: { type: 'plain_text' as const, text: label, emoji: false },
    value: `${value}:${intent}`,
  });
  return [
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: actionIds.feedback,
          positive_button: button('good', 'Helpful'),
          negative_button: button('bad', 'Not helpful'),
        },
      ],
    },
  ];
}

const valueSchema = z.tuple([z.enum(['good', 'bad']), z.enum(intents)]);

/** Undefined for what is not of this version. */
export function feedbackIn(value: unknown): { readonly value: FeedbackValue; readonly intent: Intent } | undefined {
  const parsed = valueSchema.safeParse(typeof value === 'string' ? value.split(':') : []).data;
  return parsed === undefined ? undefined : { value: parsed[0], intent: parsed[1] };
}

/** How to ask differently, in one sentence. */
export function hintFor(intent: Intent): string {
  switch (intent) {
    case 'triage':
      return 'Try naming the Service and its namespace: triage SERVICE -n NAMESPACE. With --why it shows every check.';
    case 'decide':
      return 'Try telling who has to reach it (pods, the company network, the internet) and over what (HTTP, TCP, a port).';
    case 'manifest':
      return 'Try naming the type and the workload: manifest LoadBalancer WORKLOAD -n NAMESPACE.';
    case 'explain':
      return 'Try naming the Service and its namespace: explain SERVICE -n NAMESPACE.';
    default:
      return 'Try one thing at a time in other words, or type help for the verbs that I know.';
  }
}
