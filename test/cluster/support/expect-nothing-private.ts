import { expect } from 'vitest';
import { tokens } from './cluster.ts';
import type { CliRun } from './run-cli.ts';

/** What no output may hold, whatever went wrong. */
export function expectNothingPrivate({ output }: CliRun): void {
  for (const token of Object.values(tokens)) expect(output).not.toContain(token);
  expect(output).not.toMatch(/Bearer|PRIVATE KEY|"kind": ?"Status"|\bat .*\.ts:\d+|node_modules|node:internal/);
}
