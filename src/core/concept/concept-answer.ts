import type { Answer } from '../answer/answer.ts';
import { action, answer, heading, list, note, paragraph } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
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
      ...bodyOf(topic, names),
      ...(beside.length === 0 ? [] : [list(beside.map(inShort))]),
      note(text`Source: ${link(new URL(topic.source).hostname, topic.source)}`),
    ],
    actions: beside.map(askFor),
  });
}

/** A topic under an answer that has to ask something first, so that nobody leaves with a question alone. */
export function lessonParts(topic: Topic, facts: AskedFacts = {}): readonly Part[] {
  const names = askerNames(facts);
  return [
    heading('Meanwhile, this may be it'),
    paragraph(text`${strong(topic.title)}: ${namedProse(topic.summary, names)}`),
    ...bodyOf(topic, names),
    note(text`Source: ${link(new URL(topic.source).hostname, topic.source)}`),
  ];
}

function bodyOf(topic: Topic, names: ReturnType<typeof askerNames>): readonly Part[] {
  return topic.body.map((block) =>
    typeof block === 'string' ? paragraph(namedProse(block, names)) : list(block.map((item) => namedProse(item, names))),
  );
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
