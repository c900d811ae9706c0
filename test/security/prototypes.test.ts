import { describe, expect, it } from 'vitest';
import { singleCluster } from '../../src/app/clusters.ts';
import { makeAssistant } from '../../src/bin/make-assistant.ts';
import { parseObjectName } from '../../src/core/ask/object-name.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { parseManifest } from '../../src/core/manifest/review/parse-manifest.ts';
import { problemToAnswer } from '../../src/core/problem/problem-to-answer.ts';
import { createFileReader } from '../../src/read/files/file-reader.ts';
import { parseDump } from '../../src/read/files/parse-dump.ts';
import { fromButtonValue, stateInButton } from '../../src/render/slack/button-value.ts';
import { readMessage } from '../../src/slack/message-content.ts';

const names = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', '__defineGetter__'] as const;
const signal = AbortSignal.timeout(20_000);

/** What every object has, before anything hostile was read. */
const before = Object.getOwnPropertyNames(Object.prototype).toSorted();
const expectUntouched = () => {
  expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(before);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.getOwnPropertyNames(Array.prototype)).not.toContain('polluted');
};

const dump = (name: string) =>
  `{"apiVersion":"v1","kind":"List","items":[
    {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop"}},
    {"apiVersion":"v1","kind":"Service","metadata":{"name":"web","namespace":"shop","uid":"1",
      "labels":{"${name}":"x"},"annotations":{"${name}":"y"},"${name}":{"polluted":true}},
      "spec":{"selector":{"${name}":"x"},"ports":[{"port":80,"name":"http"}],"${name}":{"polluted":true}}},
    {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-1","namespace":"shop","uid":"2","labels":{"${name}":"x"}},
      "spec":{"containers":[{"name":"app","image":"app","ports":[{"containerPort":80}]}]},
      "status":{"phase":"Running","podIP":"10.0.0.1","conditions":[{"type":"Ready","status":"True"}]}}]}`;

function assistantOver(text: string) {
  const reader = createFileReader({ files: [{ name: 'a.json', text }], cluster: 'test' });
  return makeAssistant(singleCluster('test', () => Promise.resolve(reader)));
}

it('a namespace called constructor is one, and no kind', () => {
  expect(parseObjectName('constructor/web', 'Service')).toEqual({ name: 'web', namespace: 'constructor' });
});

describe.each(names)('a name like %s', (name) => {
  it.each([
    `triage ${name}`,
    `triage ${name}/web`,
    `triage web -n ${name}`,
    `triage web --cluster ${name}`,
    `triage web --${name}=1`,
    `triage web --${name} polluted`,
    `expose ${name}/web`,
    `manifest ${name} web`,
    `list --type ${name}`,
    `use ${name}/${name}`,
    `help ${name}`,
    `reach ${name} ${name}`,
    `what is a ${name}?`,
    `expose web --changed ${name}`,
    `why is ${name} down?`,
  ])('is a name and nothing else in: %s', async (words) => {
    const assistant = assistantOver(dump('app'));
    const answer = await (async () => assistant.answer(parseWords(words), { signal, requestId: 'r' }))().catch(
      (thrown: unknown) => problemToAnswer(thrown, 'r'),
    );
    // An answer or a sentence about the words, never a failure of ours.
    expect(answer.problem?.code).not.toBe('internal');
    expectUntouched();
  });

  it('is a label like any other in a dump, and selects as one', async () => {
    const answer = await assistantOver(dump(name)).answer(parseWords('triage web -n shop'), { signal, requestId: 'r' });
    expect(answer.problem).toBeUndefined();
    expect(answer.findings?.map(({ check }) => check) ?? []).not.toContain('selector-matches-no-pods');
    expectUntouched();
  });

  it('is a key like any other in YAML and JSON that people paste', async () => {
    const yaml = `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  ${name}: {polluted: true}\nspec:\n  ${name}: {polluted: true}\n  ports: [{port: 80}]\n`;
    for (const text of [yaml, dump(name)]) {
      expect(() => parseManifest(text)).not.toThrow(TypeError);
      const answer = await assistantOver(dump('app')).answer({ verb: 'review', text }, { signal, requestId: 'r' });
      expect(answer.problem?.code).not.toBe('internal');
    }
    parseDump({ name: 'a.yaml', text: yaml });
    expectUntouched();
  });

  it('does nothing in what Slack hands back', () => {
    const value = `{"v":1,"r":"help","${name}":{"polluted":true}}`;
    expect([fromButtonValue(value), stateInButton(value)]).toSatisfy(
      ([request]) => request === undefined || request === 'help',
    );
    stateInButton(`{"v":1,"r":"help","t":{"${name}":{"polluted":true}}}`);
    readMessage(
      JSON.parse(`{"text":"x","${name}":{"polluted":true},"attachments":[{"${name}":{"polluted":true},"title":"t"}]}`),
    );
    expectUntouched();
  });
});
