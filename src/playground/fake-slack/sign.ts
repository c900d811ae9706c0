import { createHmac } from 'node:crypto';

/**
 * The headers by which an app knows that a request comes from Slack. `at` is in epoch milliseconds.
 * Source: docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function sign(body: string, signingSecret: string, at: number): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}
