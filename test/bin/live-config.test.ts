import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { liveConfig } from '../../src/bin/live-config.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { SlackLogger } from '../../src/slack/logger.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'live-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('what the bot asks for at each request follows the file, with a line in the log', async () => {
  const file = join(folder, 'config.yaml');
  writeFileSync(file, 'alerts: {channels: [C0123ABCD]}\n');
  const lines: string[] = [];
  let wake: () => void = () => undefined;
  const write = (message: string, fields?: object) => {
    lines.push(`${message} ${JSON.stringify(fields)}`);
    wake();
  };
  const logger: SlackLogger = { debug: write, info: write, warn: write, error: write };
  const live = liveConfig(loadConfig({}, { file }), logger);
  expect(live.access().requireRules).toBe(false);
  expect(live.alerts.channels).toEqual(['C0123ABCD']);
  const become = async (text: string) => {
    const told = new Promise<void>((resolve) => (wake = resolve));
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    await told;
  };

  await become('access: {requireRules: true}\nchannels: {C0456EFGH: {namespace: shop}}\nalerts: {clusters: {eu: prod}}\n');
  expect(lines.at(-1)).toBe(`configuration taken over ${JSON.stringify({ file, changed: ['channels', 'alerts', 'access'] })}`);
  expect(live.access().requireRules).toBe(true);
  expect(live.alerts.channels).toEqual([]);
  expect(live.channelDefaults('C0456EFGH')).toMatchObject({ namespace: 'shop' });
  expect(live.clusterNames().get('eu')).toBe('prod');

  await become('access: {requireRules: maybe}\n');
  expect(lines.at(-1)).toBe(
    `configuration refused, the one before stays in force ${JSON.stringify({ file, faults: ['line 1: access.requireRules must be true or false'] })}`,
  );
  expect(live.access().requireRules).toBe(true);
  live.stop();
});
