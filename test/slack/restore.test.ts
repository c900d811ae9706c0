import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerText } from '../../src/core/ask/answer-text.ts';
import type { Answer } from '../../src/core/answer/answer.ts';
import { answer } from '../../src/core/answer/build.ts';
import { formatRequest } from '../../src/core/ask/format-request.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import type { Request } from '../../src/core/ask/request.ts';
import { understand } from '../../src/core/ask/understand/understand.ts';
import { Problem } from '../../src/core/problem/problem.ts';
import { exposeAnswer, manifestRequestAnswer, proposalOf } from '../../src/core/tree/answer-request.ts';
import { renderSlack } from '../../src/render/slack/render-slack.ts';
import { toCarried } from '../../src/slack/thread/carried-state.ts';
import { continueThread } from '../../src/slack/thread/continue-thread.ts';
import { restore } from '../../src/slack/thread/restore.ts';
import { blankState, isAside, nextState, stateOf, type ThreadState } from '../../src/slack/thread/thread-state.ts';

const bot = 'U1BOT';
const here = { ts: '100', direct: false, botUserId: bot };

/** What the core alone answers; what needs a cluster is only said to be of its kind. */
function answered(request: Request): Answer {
  switch (request.verb) {
    case 'expose':
      return exposeAnswer(request, proposalOf(request, undefined));
    case 'manifest':
      return manifestRequestAnswer(request, proposalOf(request, undefined));
    case 'ask': {
      const outcome = answerText({ request, understood: understand(request.text), offline: true });
      return 'answer' in outcome ? outcome.answer : answered(outcome.run);
    }
    case 'help':
    case 'use':
      return answer('other', 'help');
    case 'watch':
      return answer('triage', 'one look');
    default:
      return answer(request.verb, 'from the cluster', { actions: [{ label: 'Again', request: formatRequest(request) }] });
  }
}

function posted(words: string, ts: string, user = bot) {
  const request = parseWords(words);
  const said = answered(request);
  const state = isAside(said, request) ? {} : { state: toCarried(stateOf(said, request)) };
  return { ts, user, blocks: renderSlack(said, state).blocks };
}

const person = (text: string, ts: string) => ({ ts, user: 'U1PERSON', text });
const restored = (...messages: readonly unknown[]) => restore(messages, here, parseWords);

describe('a thread that is read again', () => {
  it('gives back the request, what was recommended and the open question', () => {
    const state = restored(person(`<@${bot}> expose web`, '1'), posted('expose web --audience internet', '2'));
    expect(state).toMatchObject({
      request: 'expose web --audience internet',
      intent: 'decide',
      recommended: 'LoadBalancer',
      other: 'Ingress-or-Gateway',
    });
    expect(state?.options.map((option) => option.label)).toContain('AWS (EKS)');
  });

  it('understands again what was said after the last button, and leaves out the talk between people', () => {
    const state = restored(
      person(`<@${bot}> expose web`, '1'),
      posted('expose web --audience internet --cloud aws', '2'),
      person('make it internal', '3'),
      { ts: '4', user: bot, blocks: [] },
      person('lol', '5'),
      person('I moved it to port 9090', '6'),
    );
    expect(state?.request).toBe('expose web --audience vpc/internal-network --cloud aws --was LoadBalancer --changed audience');
  });

  it('does not count the message itself, nor what came after it', () => {
    const state = restored(posted('triage web -n shop', '2'), person('and for prod?', '100'), person('explain it', '101'));
    expect(state?.request).toBe('triage web -n shop');
  });

  it('believes no buttons but ours', () => {
    expect(restored(posted('triage web -n shop', '1', 'U9OTHER'))).toBeUndefined();
    const state = restored(posted('triage web -n shop', '1'), posted('triage secret -n vault', '2', 'U9OTHER'));
    expect(state?.request).toBe('triage web -n shop');
  });

  it.each([
    ['{"v":2,"r":"triage web"}'],
    ['{"v":1,"r":"triage web","t":{"v":1,"intent":"delete"}}'],
    ['{"v":1,"r":"triage web","t":{"v":7,"request":"triage web"}}'],
    ['not json'],
  ])('makes no guess of a value that it cannot read: %s', (value) => {
    const element = { type: 'button', action_id: 'run.0', value, text: { type: 'plain_text', text: 'Recheck' } };
    expect(restored({ ts: '1', user: bot, blocks: [{ type: 'actions', elements: [element] }] })).toEqual(blankState);
  });

  it('is none of ours when we have not answered in it', () => {
    expect(restored(person(`<@${bot}> expose web`, '1'), person('why?', '2'))).toBeUndefined();
  });

  it('never throws, whatever Slack hands back', () => {
    fc.assert(
      fc.property(fc.array(fc.anything({ maxDepth: 5 })), (messages) => {
        restored(...messages, { user: bot, blocks: messages });
      }),
      { numRuns: 300 },
    );
  });
});

describe('any two messages', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc
      .array(
        fc.constantFrom(
          ...'why not NodePort ? thanks what is a headless Service and prod the internet yaml list foo ok'.split(' '),
        ),
        {
          maxLength: 6,
        },
      )
      .map((all) => all.join(' ')),
  );
  const asking: ThreadState = (() => {
    const request = parseWords('expose web -n shop');
    return stateOf(answered(request), request);
  })();

  /** The state after a message, or undefined when the person started over; throws what is no Problem. */
  function afterWords(state: ThreadState, said: string): ThreadState | undefined {
    try {
      const request = continueThread(state, said, parseWords);
      return request === undefined ? undefined : nextState(state, answered(request), request);
    } catch (problem) {
      if (problem instanceof Problem) return state;
      throw problem;
    }
  }

  const isOpen = (state: ThreadState) => state.options.length > 0;
  /** It was answered, or something else was asked for instead. */
  const isSettled = (state: ThreadState) => state.recommended !== undefined || state.intent !== 'decide';

  it('never crash, and what does not answer the open question leaves it open', () => {
    fc.assert(
      fc.property(words, words, (one, two) => {
        const first = afterWords(asking, one);
        const second = first === undefined ? undefined : afterWords(first, two);
        return [first, second].every((state) => state === undefined || isOpen(state) || isSettled(state));
      }),
      { numRuns: 300 },
    );
  });

  it.each(['thanks', 'what is a headless Service?', 'help', 'traige web', 'hello', 'is it going to rain?'])(
    'as "%s" keep the whole state',
    (aside) => {
      expect(afterWords(asking, aside)).toEqual(asking);
    },
  );
});
