import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFakeSlack } from '../src/playground/fake-slack/start-fake-slack.ts';
import { startRealBot } from '../test/support/real-bot.ts';
import { startSoakCluster } from './soak/cluster.ts';
import { percentile, takeSample, thirds, type Sample } from './soak/gauge.ts';
import { alertsRooms, town } from './soak/town.ts';
import { createTraffic } from './soak/traffic.ts';

/**
 * `npm run soak`: the bot as it is shipped, over signed HTTP before the strict fake Slack and a real API server, with 20 commands,
 * mentions and alerts a second for ten minutes (`--minutes`, `--rate`). Fails when an error is ours, when something stays without
 * an answer, or when the last third of the run takes a tenth more memory than the first. Warming up does not count.
 */
const option = (name: string, usual: number) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const minutes = option('minutes', 10);
const rate = option('rate', 20);
const warmUpSeconds = option('warm-up', Math.min(60, minutes * 12));
const signingSecret = 'signing-secret-of-the-soak';
const bundle = fileURLToPath(new URL('../dist/k8s-svc.js', import.meta.url));

console.log('Starting a control plane…');
const cluster = await startSoakCluster((line) => console.log(line));
const slack = await startFakeSlack({ now: Date.now, signingSecret, directory: town });
const bot = await startRealBot(
  slack,
  signingSecret,
  ['--kubeconfig', cluster.kubeconfig],
  { K8S_SVC_ALERT_CHANNELS: alertsRooms.map(({ id }) => id).join(',') },
  process.argv.includes('--sources') ? undefined : bundle,
);

let failed = false;
const ownDelay = monitorEventLoopDelay();
try {
  console.log(`Warming up for ${warmUpSeconds} s, then ${minutes} min with ${rate} a second.`);
  const warm = createTraffic(slack, cluster.services, 'WarmUp');
  await run(warm, warmUpSeconds, []);
  warm.stop();

  const samples: Sample[] = [];
  ownDelay.enable();
  const traffic = createTraffic(slack, cluster.services, 'Soak');
  await run(traffic, minutes * 60, samples);
  traffic.stop();
  report(traffic, samples);
} finally {
  const code = await Promise.race([bot.stop(), sleep(20_000, 'did not end' as const, { ref: false })]);
  if (code !== 0) {
    failed = true;
    console.log(`the bot ended with: ${code}`);
  }
  bot.child.kill('SIGKILL');
  await slack.stop();
  await cluster.stop();
}
process.exitCode = failed ? 1 : 0;

/** Sends at the rate, whatever the bot does, and waits for the last answers. */
async function run(traffic: ReturnType<typeof createTraffic>, seconds: number, samples: Sample[]): Promise<void> {
  const from = performance.now();
  let nextSample = from;
  for (let sent = 0; sent < seconds * rate; sent += 1) {
    const due = from + (sent * 1_000) / rate;
    if (due > performance.now()) await sleep(due - performance.now());
    traffic.send();
    if (performance.now() >= nextSample) {
      nextSample += 2_000;
      samples.push(await takeSample(bot.observeUrl));
    }
  }
  for (let waited = 0; waited < 30 && traffic.waiting().length > 0; waited += 1) await sleep(1_000);
}

function report({ times, acks, wrong, waiting }: ReturnType<typeof createTraffic>, samples: readonly Sample[]): void {
  const row = (what: string, values: readonly number[]) =>
    console.log(
      `${what.padEnd(34)} ${String(values.length).padStart(6)}   p50 ${percentile(values, 0.5).toFixed(0).padStart(5)} ms   p99 ${percentile(
        values,
        0.99,
      )
        .toFixed(0)
        .padStart(5)} ms   longest ${Math.max(0, ...values)
        .toFixed(0)
        .padStart(5)} ms`,
    );
  row('commands acknowledged', acks);
  row('commands answered', times.slash);
  row('mentions answered', times.mention);
  row('alerts answered', times.alert);
  const errors = bot
    .log()
    .split('\n')
    .filter((line) => line.includes('"level":"error"') || line.includes('"level":"warn"'));
  const unanswered = waiting();
  console.log(`errors that are ours: ${wrong.length + errors.length}   without an answer: ${unanswered.length}`);
  for (const line of [...wrong, ...errors, ...unanswered].slice(0, 20)) console.log(`  ${line}`);

  const [first, second, third] = thirds(samples, (sample) => sample.rssBytes);
  const heap = thirds(samples, (sample) => sample.heapBytes);
  const heapTotal = thirds(samples, (sample) => sample.heapTotalBytes);
  const external = thirds(samples, (sample) => sample.externalBytes);
  const growth = third / first - 1;
  const mb = (all: readonly number[]) => all.map((one) => one.toFixed(0)).join(', ');
  console.log(`memory by third: RSS ${mb([first, second, third])} MB (${(growth * 100).toFixed(1)} %)`);
  console.log(`  heap used ${mb(heap)} MB, heap ${mb(heapTotal)} MB, buffers ${mb(external)} MB`);
  // Slack is played in this process: when it stalls itself, times above are not the bot's.
  console.log(
    `longest stall of the event loop: ${(ownDelay.max / 1e6).toFixed(0)} ms of Slack here, ${Math.max(...samples.map(({ stallMs }) => stallMs)).toFixed(0)} ms of the bot`,
  );
  const [start, end] = [samples[0], samples.at(-1)];
  if (start !== undefined && end !== undefined) {
    const seconds = (end.at - start.at) / 1_000;
    const requests = ((end.apiRequests - start.apiRequests) / seconds).toFixed(0);
    console.log(
      `requests to the API server: ${requests} a second; CPU: ${((end.cpuSeconds - start.cpuSeconds) / seconds).toFixed(2)} cores`,
    );
  }
  console.log(`lines of the audit log: ${bot.audit().length}`);
  failed = wrong.length + errors.length + unanswered.length > 0 || growth > 0.1;
  console.log(failed ? 'FAILED' : 'passed');
}
