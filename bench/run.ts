import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isOfWhatWasFound, misses, printRows, type Row } from './row.ts';

/**
 * `npm run bench`: how long the parts take on this machine, and then, on a real API server filled with `--services` Services
 * (2,000 by default), the terminal and the bot beside kubectl. `--parts` leaves the API server out. `--check` fails when a
 * goal is missed by more than a fifth. `--short` is for the gate: few Services, one run, and only what does not hang on the
 * machine can fail, that is what was found. Results are written to bench/results.
 */
const { values } = parseArgs({
  options: {
    services: { type: 'string', default: '2000' },
    broken: { type: 'string', default: '80' },
    runs: { type: 'string', default: '5' },
    parts: { type: 'boolean', default: false },
    live: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
  },
});
const [services, broken, runs] = values.short
  ? [200, 8, 1]
  : [Number(values.services), Number(values.broken), Number(values.runs)];

const machine = {
  processor: cpus()[0]?.model ?? 'unknown processor',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${arch()}`,
  node: process.versions.node,
};
console.log(`${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Node.js ${machine.node}`);

const tables: Record<string, readonly Row[]> = {};
const show = (title: string, rows: readonly Row[]) => {
  tables[title] = rows;
  printRows(title, rows);
};

if (!values.live && !values.short) {
  const { pureRows } = await import('./pure/pure-rows.ts');
  show('Parts, without a cluster', await pureRows(10_000));
}
let bytes: Readonly<Record<string, number>> | undefined;
if (!values.parts) {
  const { benchLive } = await import('./live/bench-live.ts');
  const live = await benchLive({ services, broken }, runs, (line) => console.error(`… ${line}`));
  bytes = live.bytes;
  show(`Terminal, ${services} Services on a real API server, medians of ${runs} runs in turn`, live.terminal);
  show('Running bot, the same cluster', live.bot);
  show('Running bot with the watch cache', live.cache);
}

const missed = Object.values(tables).flat().filter(misses);
if (values.short) process.exit(missed.some(isOfWhatWasFound) ? 1 : 0);

const folder = fileURLToPath(new URL('results/', import.meta.url));
mkdirSync(folder, { recursive: true });
const at = new Date().toISOString();
const file = `${folder}${at.slice(0, 10)}-${values.parts ? 'parts' : services}.json`;
writeFileSync(file, `${JSON.stringify({ at, machine, services, broken, runs, bytes, tables }, undefined, 2)}\n`);
console.log(`\nWritten: bench/results/${file.slice(folder.length)}`);
if (missed.length > 0) console.log(`Goals missed by more than a fifth: ${missed.map((row) => row.what).join('; ')}`);
if (values.check && missed.length > 0) process.exitCode = 1;
