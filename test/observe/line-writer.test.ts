import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLineWriter } from '../../src/observe/line-writer.ts';

describe('the writer of the audit log', () => {
  it('appends lines to a file that only its owner may read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'k8s-svc-audit-'));
    const path = join(folder, 'audit.jsonl');
    for (const line of ['{"a":1}', '{"a":2}']) {
      const writer = createLineWriter(path, () => expect.unreachable());
      writer.write(line);
      await writer.close();
    }
    expect(readFileSync(path, 'utf8')).toBe('{"a":1}\n{"a":2}\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    rmSync(folder, { recursive: true });
  });

  it('tells once that lines are lost when the file cannot be written, and goes on', async () => {
    const lost: number[] = [];
    const told = Promise.withResolvers<void>();
    const writer = createLineWriter('/nowhere/at/all/audit.jsonl', (lines) => {
      lost.push(lines);
      told.resolve();
    });
    writer.write('1');
    await told.promise;
    for (const line of ['2', '3', '4']) writer.write(line);
    await writer.close();
    expect(lost).toEqual([1]);
  });

  it('loses lines instead of memory when what it writes to stands still', () => {
    const lost: number[] = [];
    const stuck = new Writable({ write() {} });
    const writer = createLineWriter(stuck, (lines) => lost.push(lines));
    const line = 'x'.repeat(1024 * 1024);
    for (let count = 0; count < 30; count += 1) writer.write(line);
    expect(lost).toEqual([1]);
    expect(stuck.writableLength).toBeLessThan(10 * 1024 * 1024);
  });
});
