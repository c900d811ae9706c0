import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { followConfig, type FollowedConfig } from '../../src/config/follow-config.ts';

let folder = '';
let followed: FollowedConfig | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
});

afterEach(() => {
  followed?.stop();
  rmSync(folder, { recursive: true });
});

/** What is told next: a reload or a refusal. */
function follow(file: string, pollMs?: number) {
  const told: string[] = [];
  let wake: (() => void) | undefined;
  const tell = (words: string) => {
    told.push(words);
    wake?.();
  };
  followed = followConfig(loadConfig({}, { file }), {
    env: {},
    onTaken: (changed, waiting) => tell(`taken ${changed.join(',')}; waiting ${waiting.join(',')}`),
    onRefused: (faults) => tell(`refused ${faults.join('; ')}`),
    ...(pollMs !== undefined && { pollMs }),
  });
  const next = async (): Promise<string> => {
    if (told.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return told.shift() ?? '';
  };
  return { next, current: () => followed?.current() };
}

/** As the kubelet does it: a folder for each version, and a link `..data` that is put in the place of the old one. */
function mount(version: string, text: string): void {
  mkdirSync(join(folder, version));
  writeFileSync(join(folder, version, 'config.yaml'), text);
  symlinkSync(version, join(folder, '..data_tmp'));
  renameSync(join(folder, '..data_tmp'), join(folder, '..data'));
}

describe('a configuration file that changes', () => {
  it('is taken over when a mounted ConfigMap is swapped, for the sections that can be', async () => {
    mount('..1', 'channels: {C0123ABCD: {namespace: shop}}\n');
    const file = join(folder, 'config.yaml');
    symlinkSync('..data/config.yaml', file);
    const { next, current } = follow(file);
    expect(current()?.channels.get('C0123ABCD')?.namespace).toBe('shop');
    mount('..2', 'channels: {C0123ABCD: {namespace: web, alerts: true}}\naccess: {requireRules: true}\nslack: {port: 99}\n');
    expect(await next()).toBe('taken channels,access; waiting slack');
    expect(current()?.channels.get('C0123ABCD')?.namespace).toBe('web');
    expect(current()?.alerts.channels).toEqual(['C0123ABCD']);
    expect(current()?.access.requireRules).toBe(true);
    expect(current()?.port).toBe(3000);
  });

  it('is refused with its faults named when it is wrong, and the one before stays in force', async () => {
    const file = join(folder, 'config.yaml');
    writeFileSync(file, 'channels: {C0123ABCD: {namespace: shop}}\n');
    const { next, current } = follow(file);
    replace(file, 'channels:\n  C0123ABCD: {namespce: web}\n');
    expect(await next()).toBe('refused line 2: channels.C0123ABCD.namespce is no key here: did you mean namespace?');
    expect(current()?.channels.get('C0123ABCD')?.namespace).toBe('shop');
    replace(file, 'channels:\n  C0123ABCD: {namespace: web}\n');
    expect(await next()).toBe('taken channels; waiting ');
    expect(current()?.channels.get('C0123ABCD')?.namespace).toBe('web');
  });

  it('stays in force when it is deleted', async () => {
    const file = join(folder, 'config.yaml');
    writeFileSync(file, 'alerts: {windowHours: 2}\n');
    const { next, current } = follow(file);
    rmSync(file);
    expect(await next()).toBe('refused the file cannot be read any more');
    expect(current()?.alerts.windowMs).toBe(7_200_000);
  });

  it('is looked at by the clock where its folder tells nothing', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    const target = join(folder, 'elsewhere', 'config.yaml');
    writeFileSync(target, 'alerts: {windowHours: 2}\n');
    const file = join(folder, 'config.yaml');
    symlinkSync(target, file);
    const { next, current } = follow(file, 20);
    replace(target, 'alerts: {windowHours: 3}\n');
    expect(await next()).toBe('taken alerts; waiting ');
    expect(current()?.alerts.windowMs).toBe(3 * 3_600_000);
  });
});

function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
