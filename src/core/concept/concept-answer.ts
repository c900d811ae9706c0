import type { Answer } from '../answer/answer.ts';
import { action, answer, list, note, paragraph } from '../answer/build.ts';
import { link, strong, text } from '../answer/text.ts';
import type { AskedFacts } from '../ask/asked-facts.ts';
import { formatRequest } from '../ask/format-request.ts';
import { askerNames, namedProse } from './asker-names.ts';
import type { Topic } from './topic.ts';

/** A topic in words, with the asker's own names, the official page and the topics beside it. */
export function conceptAnswer(topic: Topic, related: readonly Topic[] = [], facts: AskedFacts = {}): Answer {
  const beside = related.filter((one) => one.id !== topic.id);
  const names = askerNames(facts);
  return answer('concept', namedProse(topic.summary, names), {
    topic: topic.id,
    parts: [
      ...topic.body.map((block) =>
        typeof block === 'string' ? paragraph(namedProse(block, names)) : list(block.map((item) => namedProse(item, names))),
      ),
      ...(beside.length === 0 ? [] : [list(beside.map(inShort))]),
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
    parts: nearest.length === 0 ? [] : [list(nearest.map(inShort))],
    actions: nearest.map(askFor),
  });
}

const inShort = (topic: Topic) => text`${strong(topic.title)}: ${namedProse(topic.summary)}`;

function askFor(topic: Topic): Answer['actions'][number] {
  return action(topic.title, formatRequest({ verb: 'ask', text: topic.title, known: {} }));
}
