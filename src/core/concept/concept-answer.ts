import type { Answer } from '../answer/answer.ts';
import { action, answer, list, note, paragraph } from '../answer/build.ts';
import { link, strong, text } from '../answer/text.ts';
import { formatRequest } from '../ask/format-request.ts';
import { prose } from './prose.ts';
import type { Topic } from './topic.ts';

/** A topic in words, with the official page and the topics beside it. */
export function conceptAnswer(topic: Topic, related: readonly Topic[] = []): Answer {
  const beside = related.filter((one) => one.id !== topic.id);
  return answer('concept', prose(topic.summary), {
    topic: topic.id,
    parts: [
      ...topic.body.map((words) => paragraph(prose(words))),
      ...(beside.length === 0 ? [] : [list(beside.map((one) => text`${strong(one.title)}: ${prose(one.summary)}`))]),
      note(text`Source: ${link(new URL(topic.source).hostname, topic.source)}`),
    ],
    actions: beside.map(askFor),
  });
}

/** No topic fits: says so and offers the nearest. */
export function noTopicAnswer(nearest: readonly Topic[]): Answer {
  const headline =
    nearest.length === 0
      ? 'I have no answer to that: I know Kubernetes Services and how traffic gets to them.'
      : 'I am not sure which of these you mean.';
  return answer('concept', headline, {
    parts: nearest.length === 0 ? [] : [list(nearest.map((one) => text`${strong(one.title)}: ${prose(one.summary)}`))],
    actions: nearest.map(askFor),
  });
}

function askFor(topic: Topic): Answer['actions'][number] {
  return action(topic.title, formatRequest({ verb: 'ask', text: topic.title, known: {} }));
}
