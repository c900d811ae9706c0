import { describe, expect, it } from 'vitest';
import { topics } from '../../../src/core/concept/all-topics.ts';
import { findTopic } from '../../../src/core/concept/find-topic.ts';
import { placeholder, placeholderNames } from '../../../src/core/concept/topic.ts';

const official =
  /^https:\/\/(?:kubernetes\.io\/docs|gateway-api\.sigs\.k8s\.io|minikube\.sigs\.k8s\.io\/docs|kind\.sigs\.k8s\.io\/docs|docs\.k3s\.io|metallb\.io)\//u;

describe('the topics', () => {
  it('are about 120, each with an id of its own', () => {
    expect(topics.length).toBeGreaterThanOrEqual(110);
    expect(new Set(topics.map((topic) => topic.id)).size).toBe(topics.length);
    expect(new Set(topics.map((topic) => topic.title)).size).toBe(topics.length);
  });

  it.each(topics.map((topic) => [topic.id, topic] as const))(
    '%s has 60 to 200 words, eight questions, an official source, closed code marks and known placeholders',
    (_id, topic) => {
      const blocks = [topic.summary, ...topic.body].flat();
      const words = blocks.join(' ').split(/\s+/u).length;
      expect(words).toBeGreaterThanOrEqual(60);
      expect(words).toBeLessThanOrEqual(200);
      expect(topic.askedAs.length).toBeGreaterThanOrEqual(8);
      expect(topic.source).toMatch(official);
      for (const block of blocks) {
        expect((block.match(/`/gu) ?? []).length % 2).toBe(0);
        for (const [, name] of block.matchAll(placeholder)) expect(placeholderNames).toContain(name);
        expect(block.replaceAll(placeholder, '')).not.toContain('{{');
      }
    },
  );

  it('come first for nearly every question that they name, and are among the three that are shown for all of them', () => {
    const asked = topics.flatMap((topic) =>
      topic.askedAs.map((question) => ({ topic, question, result: findTopic(question) })),
    );
    const second = asked.filter(({ topic, result }) => result.found?.topic !== topic);
    const missed = second.filter(({ topic, result }) => result.found === undefined || !result.related.includes(topic));
    expect(missed.map(({ topic, question }) => `${topic.id}: ${question}`)).toEqual([]);
    expect(second.length / asked.length).toBeLessThan(0.02);
  });
});
