import type { Action, Answer } from '../answer/answer.ts';
import { action, answer, list } from '../answer/build.ts';
import { code, text } from '../answer/text.ts';
import { formatRequest } from '../ask/format-request.ts';

const thanks =
  /\b(thanks?|thx|ty|cheers|great|awesome|perfect|nice|cool|danke|gracias|merci|obrigad[oa]|shukriya|dhanyavaad)\b|谢谢/iu;

const help: Action = action('Help', formatRequest({ verb: 'help' }));

/** Thanks, hello, help and nothing at all. */
export function smalltalkAnswer(said: string): Answer {
  if (thanks.test(said.slice(0, 500))) {
    return answer('smalltalk', 'You are welcome. Ask again whenever a Service is in the way.', { actions: [help] });
  }
  return answer('smalltalk', 'Hello. I know Kubernetes Services: ask me in your own words, or try one of these.', {
    parts: [
      list([
        text`${code('how do I expose web to the internet?')} which Service type fits, why, and its manifest`,
        text`${code('triage checkout -n shop')} why a Service does not work`,
        text`${code('explain web -n shop')} what a Service is and who reaches it`,
        text`${code('scan -n shop')} what is broken in a namespace`,
      ]),
    ],
    actions: [help],
  });
}

/** Outside the field: one polite sentence and what can be asked instead. `field` is what the message was about. */
export function declineAnswer(field?: string): Answer {
  const what = field === undefined ? 'That is outside of what I know' : `That sounds like ${field}, which I know nothing about`;
  return answer(
    'other',
    `${what}: I help with Kubernetes Services — which type to use, what a Service does, its manifest, and why it does not work.`,
    { actions: [help] },
  );
}
