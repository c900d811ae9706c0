import { webApi } from '@slack/bolt';
import { Problem } from '../core/problem/problem.ts';
import { slackError } from './deliver/retry.ts';
import type { SlackMode } from './deps.ts';

/** Why the app could not start, as a sentence for the one who runs it. */
export function startProblem(error: unknown, mode: SlackMode): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof webApi.WebAPIPlatformError) {
    const token = mode.kind === 'socket' ? 'the bot token (xoxb-…) or the app-level token (xapp-…)' : 'the bot token (xoxb-…)';
    return new Problem('bad-request', `Slack refuses ${token}: ${slackError(error)}.`, [
      'Copy the tokens again from your app at https://api.slack.com/apps and start again.',
      ...(mode.kind === 'socket' ? ['The app-level token needs the scope connections:write.'] : []),
    ]);
  }
  const code = (error as { code?: unknown } | null)?.code;
  if (mode.kind === 'http' && code === 'EADDRINUSE') {
    return new Problem('bad-request', `Port ${mode.port} is taken on ${mode.host}.`, [
      'Choose another port, or stop what listens there.',
    ]);
  }
  if (mode.kind === 'http' && code === 'EACCES') {
    return new Problem('bad-request', `Port ${mode.port} may not be used.`, ['Choose a port above 1023.']);
  }
  return new Problem(
    'internal',
    'Slack could not be reached.',
    ['Check the network, and HTTPS_PROXY where one is needed.'],
    error,
  );
}
