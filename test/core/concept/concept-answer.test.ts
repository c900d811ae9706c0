import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer/answer.ts';
import { flatten, type Text } from '../../../src/core/answer/text.ts';
import { parseWords } from '../../../src/core/ask/parse-words.ts';
import { topics } from '../../../src/core/concept/all-topics.ts';
import { askerNames, namedProse, plainWords } from '../../../src/core/concept/asker-names.ts';
import { conceptAnswer, noTopicAnswer } from '../../../src/core/concept/concept-answer.ts';
import { findTopic } from '../../../src/core/concept/find-topic.ts';
import { prose } from '../../../src/core/concept/prose.ts';
import { declineAnswer, smalltalkAnswer } from '../../../src/core/concept/small-answers.ts';
import type { Topic } from '../../../src/core/concept/topic.ts';

const topicOf = (id: string): Topic => {
  const topic = topics.find((one) => one.id === id);
  if (topic === undefined) throw new Error(`no topic ${id}`);
  return topic;
};

function textsOf({ headline, parts }: Answer): readonly Text[] {
  return [headline, ...parts.flatMap((part) => (part.kind === 'list' ? part.items : part.kind === 'text' ? [part.text] : []))];
}

describe('an answer', () => {
  it('shows the topic, its source and the topics beside it as questions to press', () => {
    const result = findTopic('what does clusterIP: None mean');
    if (result.found === undefined) throw new Error('no topic');
    const said = conceptAnswer(result.found.topic, result.related);
    expect([said.topic, said.intent, flatten(said.headline).slice(0, 42)]).toEqual([
      'headless-purpose',
      'concept',
      'A headless Service has clusterIP: None: th',
    ]);
    expect(said.actions).toHaveLength(2);
    for (const { request } of said.actions) expect(parseWords(request).verb).toBe('ask');
    expect(said.parts.at(-1)).toMatchObject({ kind: 'note' });
  });

  it('shows a list of a topic as a list', () => {
    const lists = conceptAnswer(topicOf('docker-compose')).parts.filter((part) => part.kind === 'list');
    expect(lists).toHaveLength(1);
    expect(lists[0]).toMatchObject({ kind: 'list', items: { length: 5 } });
  });

  it('says that nothing fits and offers what is nearest', () => {
    expect(flatten(noTopicAnswer([]).headline)).toContain('no answer');
    expect(noTopicAnswer(topics.slice(0, 3)).actions).toHaveLength(3);
  });

  it('leaves no placeholder behind, whoever asks', () => {
    for (const topic of topics) {
      for (const words of textsOf(conceptAnswer(topic, topics.slice(0, 2))))
        expect(flatten(words)).not.toMatch(/\{\{|:\w+\}\}/u);
    }
  });
});

describe('the asker’s own names', () => {
  it('stand in the commands of the answer, as code', () => {
    const facts = { service: 'checkout', namespace: 'shop-eu', port: 8080 };
    const said = conceptAnswer(topicOf('test-a-service'), [], facts);
    const words = said.parts.flatMap((part) => (part.kind === 'list' ? part.items : []));
    expect(words.map(flatten)).toContain('name: nslookup checkout.shop-eu from a pod');
    const curl = said.headline.find((run) => run.value.includes('curl -sv'));
    expect(curl).toEqual({
      is: 'code',
      value: 'kubectl run tmp -n shop-eu --rm -it --restart=Never --image=curlimages/curl -- curl -sv http://checkout:8080',
    });
  });

  it('give way to the usual ones where nothing is stated', () => {
    expect(flatten(conceptAnswer(topicOf('headless-dns')).headline)).toContain('kafka-0.kafka.shop.svc.cluster.local');
    expect(flatten(conceptAnswer(topicOf('headless-dns'), [], { workload: 'mongo', namespace: 'db' }).headline)).toContain(
      'mongo-0.mongo.db.svc.cluster.local',
    );
  });

  it('are left out when several are stated, or when they cannot be names', () => {
    expect(askerNames({ service: ['web', 'api'], port: [80, 443] })).toEqual({});
    expect(askerNames({ service: 'web; rm -rf /', namespace: '`shop`', workload: '{{port:1}}' })).toEqual({});
    expect(askerNames({ workload: 'web' })).toEqual({ service: 'web', workload: 'web' });
    expect(askerNames({ port: 80, targetPort: 'http' })).toEqual({ port: '80', targetPort: 'http' });
  });

  it('never become markup or another placeholder, whatever they are', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('`x`', '*b*', '<!channel>', '$&', '$1', '{{namespace:x}}', '__proto__', 'a\nb', "'; xyzzy"),
    );
    const shapes = new Map(topics.map((topic) => [topic.id, shapeOf(conceptAnswer(topic))] as const));
    fc.assert(
      fc.property(fc.constantFrom(...topics), hostile, hostile, (topic, service, namespace) => {
        const said = conceptAnswer(topic, [], { service, namespace });
        expect(shapeOf(said)).toEqual(shapes.get(topic.id));
        expect(JSON.stringify(said)).not.toMatch(/<!channel>|xyzzy|\{\{namespace/u);
      }),
    );
  });
});

/** Which runs the texts have, whatever is in them. */
const shapeOf = (said: Answer) => textsOf(said).map((words) => words.map((run) => run.is));

describe('prose', () => {
  it('turns backticks into code and leaves the rest as it is', () => {
    expect(prose('set `a: b` now')).toEqual([
      { is: 'plain', value: 'set ' },
      { is: 'code', value: 'a: b' },
      { is: 'plain', value: ' now' },
    ]);
  });

  it('fills placeholders inside of code only', () => {
    expect(namedProse('call `{{service:web}}:{{port:80}}`', { service: 'api' })).toEqual([
      { is: 'plain', value: 'call ' },
      { is: 'code', value: 'api:80' },
    ]);
    expect(plainWords(['one `{{service:web}}`', 'two'])).toBe('one `web` two');
  });
});

describe('small answers', () => {
  it('are kind to thanks and to a hello', () => {
    expect(flatten(smalltalkAnswer('cheers mate').headline)).toContain('welcome');
    expect(flatten(smalltalkAnswer('hi').headline)).toContain('Hello');
  });

  it('decline in one sentence that says what can be asked', () => {
    expect(flatten(declineAnswer('Docker Compose').headline)).toMatchInlineSnapshot(
      `"That sounds like Docker Compose, which I know nothing about: I help with Kubernetes Services — which type to use, what a Service does, its manifest, and why it does not work."`,
    );
    expect(declineAnswer().recommendation).toBeUndefined();
  });
});
