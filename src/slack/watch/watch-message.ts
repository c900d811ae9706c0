import type { Answer } from '../../core/answer/answer.ts';
import { formatRequest } from '../../core/ask/format-request.ts';
import type { WatchRequest } from '../../core/ask/request.ts';
import type { Ending } from '../../core/watch/watch-answer.ts';
import type { SlackBlock } from '../../render/slack/blocks.ts';
import { toButtonValue } from '../../render/slack/button-value.ts';
import { actionIds } from '../../render/slack/buttons.ts';
import { toCarried } from '../thread/carried-state.ts';
import { stateOf } from '../thread/thread-state.ts';

const labels: Readonly<Record<Ending | 'goes-on', string | undefined>> = {
  'goes-on': 'Stop',
  'time-over': 'Watch on',
  stopped: 'Watch again',
  process: 'Watch again',
  'cannot-look': 'Watch again',
  healthy: undefined,
};

/** The button of a watch: ends it, or goes on with it in the same message. It carries the conversation too. */
export function watchButton(request: WatchRequest, look: Answer, is: Ending | 'goes-on'): readonly SlackBlock[] {
  const label = labels[is];
  const words = formatRequest(request);
  const value = toButtonValue(words, toCarried(stateOf(look, request))) ?? toButtonValue(words);
  if (label === undefined || value === undefined) return [];
  return [
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: `${actionIds.watch}.${is === 'goes-on' ? 'stop' : 'on'}`,
          text: { type: 'plain_text', text: label, emoji: false },
          value,
        },
      ],
    },
  ];
}
