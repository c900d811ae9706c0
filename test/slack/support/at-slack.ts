import nock from 'nock';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { createIdleApp } from './idle-app.ts';
import { nockSlack, type NockSlack } from './nock-slack.ts';

/**
 * For a test file: nothing but Slack's addresses (and this machine) can be reached, each test starts with a fresh Slack,
 * and none may send what Slack would refuse.
 */
export function atSlack(): { slack: NockSlack } {
  const at = {} as { slack: NockSlack };
  beforeAll(() => {
    nock.disableNetConnect();
    nock.enableNetConnect('127.0.0.1');
  });
  beforeEach(() => {
    at.slack = nockSlack();
  });
  afterEach(() => {
    nock.cleanAll();
    expect(at.slack.faults).toEqual([]);
  });
  afterAll(() => nock.enableNetConnect());
  return at;
}

/** A started app with an idle receiver. */
export async function started(...args: Parameters<typeof createIdleApp>): Promise<ReturnType<typeof createIdleApp>> {
  const app = createIdleApp(...args);
  await app.start();
  return app;
}

/** The blocks of a payload as one string, to look for words in. */
export function shown(payload: Readonly<Record<string, unknown>> | undefined): string {
  return JSON.stringify(payload?.['blocks'] ?? '');
}
