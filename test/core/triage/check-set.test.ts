import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allChecks } from '../../../src/core/triage/all-checks.ts';
import { readScenario, scenarioNames } from '../../support/scenario.ts';

const ids = allChecks.map((check) => check.id);
const covered = new Set(scenarioNames().map((name) => readScenario(name, ids).check));

describe('the set of checks', () => {
  it('has one file for each check, of its id', () => {
    const files = readdirSync(new URL('../../../src/core/triage/checks/', import.meta.url));
    expect(files.map((file) => file.replace(/\.ts$/u, '')).sort()).toEqual(ids.toSorted());
  });

  it('has a scenario for each check of what was read, and no scenario without one', () => {
    // A check of drafts has no cluster to stand in; test/core/triage/judge-objects.test.ts is its table.
    const ofRead = allChecks.filter((check) => !check.drafted).map((check) => check.id);
    expect([...covered].sort()).toEqual(ofRead.toSorted());
  });

  it.each(allChecks.map((check) => [check.id, check] as const))('%s explains other checks only', (id, check) => {
    expect(check.explains).not.toContain(id);
    expect(check.explains.filter((other) => !/^[a-z]+(?:-[a-z]+)+$/u.test(other))).toEqual([]);
    expect(new Set(check.explains).size).toBe(check.explains.length);
  });

  it.each(allChecks.map((check) => [check.id, check] as const))('%s tells what it is, from an official page', (_, check) => {
    expect(check.source).toMatch(/^https:\/\//u);
    expect(check.title).not.toMatch(/\.$/u);
    expect(check.detects.length).toBeGreaterThan(40);
  });

  it('explains in no circle, so that no cause can hide behind its own symptom', () => {
    const explains = new Map(allChecks.map((check) => [check.id, check.explains]));
    const reaches = (from: string, to: string, seen: ReadonlySet<string>): boolean =>
      (explains.get(from) ?? []).some(
        (next) => next === to || (!seen.has(next) && reaches(next, to, new Set([...seen, next]))),
      );
    expect(ids.filter((id) => reaches(id, id, new Set()))).toEqual([]);
  });
});
