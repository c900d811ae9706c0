import type { FakeSlack } from '../fake-slack/fake-slack.ts';

export const troubleIds = ['rate-limited', 'internal-error', 'error-after-post', 'no-answer', 'calm'] as const;

/** Lets the next calls of the app to Slack fail, as they do in bad hours; `calm` calls off what still waits. */
export function causeTrouble({ troubles }: FakeSlack, id: (typeof troubleIds)[number]): void {
  switch (id) {
    case 'rate-limited':
      return troubles.add('*', { status: 429, retryAfterSeconds: 2 });
    case 'internal-error':
      return troubles.add('*', { status: 500 });
    case 'error-after-post':
      return troubles.add('*', { status: 500, after: true });
    case 'no-answer':
      return troubles.add('*', { status: 'no-answer' });
    case 'calm':
      return troubles.clear();
    default:
      return id satisfies never;
  }
}
