import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClusterReader } from '../../src/read/cluster/cluster-reader.ts';
import { loadKubeConfig } from '../../src/read/cluster/kube-config.ts';
import { ensurePrograms } from '../../test/cluster/control-plane/build.ts';
import { startControlPlane } from '../../test/cluster/control-plane/control-plane.ts';
import { ensureCustomResources } from '../../test/cluster/control-plane/custom-resources.ts';
import { cacheRows } from '../cache/cache-rows.ts';
import type { Row } from '../row.ts';
import { accessOf, openApi } from './api.ts';
import { botRows } from './bot-rows.ts';
import { fillCluster } from './fill-cluster.ts';
import { judgeScan } from './judge-scan.ts';
import type { ManyServices } from './shop-of-many.ts';
import { kubectlIn, terminalRows } from './terminal-rows.ts';
import { timeInterleaved } from './time-interleaved.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lists = ['/api/v1/services', '/apis/discovery.k8s.io/v1/endpointslices', '/api/v1/pods'];

export interface LiveBench {
  readonly terminal: readonly Row[];
  readonly bot: readonly Row[];
  readonly cache: readonly Row[];
  readonly bytes: Readonly<Record<string, number>>;
}

/** Starts a control plane, fills it, and measures the terminal beside what people use, and the running bot. */
export async function benchLive(of: ManyServices, runs: number, say: (line: string) => void): Promise<LiveBench> {
  const programs = ensurePrograms(say);
  const customResources = ensureCustomResources(say);
  const directory = mkdtempSync(join(tmpdir(), 'k8s-svc-bench-'));
  say('starting the control plane');
  const plane = await startControlPlane({ programs, customResources, directory: join(directory, 'plane') });
  const kubeconfig = plane.kubeconfigs.admin;
  const access = accessOf(kubeconfig);
  const api = openApi(access);
  try {
    // Two thousand take two minutes on two quiet cores, ten thousand eighteen.
    await fillCluster(api, of, say, Math.max(15, of.services / 200) * 60_000);
    const bytes: Record<string, number> = {};
    for (const path of lists) bytes[path] = await api.size(path);

    const rows = terminalRows({
      bundle: join(root, 'dist/k8s-svc.js'),
      kubectl: kubectlIn(programs),
      kubeconfig,
      server: access.server,
      token: access.token,
      lists,
      clockAhead: fileURLToPath(new URL('../../test/cluster/support/clock-ahead.ts', import.meta.url)),
    });
    const timed = await timeInterleaved(rows, runs, say);
    const scan = timed.get('k8s-svc scan -A');
    const found = judgeScan(scan?.stdout ?? '', of);

    say('measuring the running bot');
    const config = await loadKubeConfig({ file: kubeconfig });
    const reader = createClusterReader({ config, now: () => Date.now() + 6 * 60_000 });
    const bot = await botRows(reader, of);
    say('measuring the watch cache');
    return { terminal: [...compare(timed), ...found], bot, cache: await cacheRows(config, of), bytes };
  } finally {
    await api.close();
    await plane.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

type Timed = Awaited<ReturnType<typeof timeInterleaved>>;

/** Times and memory, and the ratios of the same run, in which the noise of a machine cancels. */
function compare(timed: Timed): readonly Row[] {
  const ms = (name: string) => timed.get(name)?.ms ?? Number.NaN;
  const goals: Readonly<Record<string, { readonly ms?: number; readonly peakMb?: number }>> = {
    'k8s-svc scan -A': { peakMb: 220 },
    'k8s-svc triage': { ms: 450 },
    'k8s-svc --help': { ms: 60 },
  };
  return [
    ...[...timed].flatMap(([name, { ms: took, peakBytes }]): readonly Row[] => [
      { what: name, value: took, unit: 'ms', ...goal(goals[name]?.ms) },
      { what: `${name}, peak memory`, value: peakBytes / 1_048_576, unit: 'MB', ...goal(goals[name]?.peakMb) },
    ]),
    {
      what: 'scan -A : kubectl get of the three lists',
      value: ms('k8s-svc scan -A') / ms('kubectl get svc,eps,po -A'),
      unit: '×',
      goal: 0.6,
    },
    ...(timed.has('curl, the three lists')
      ? [
          {
            what: 'scan -A : curl of the three lists',
            value: ms('k8s-svc scan -A') / ms('curl, the three lists'),
            unit: '×' as const,
          },
        ]
      : []),
  ];
}

function goal(value: number | undefined): { readonly goal?: number } {
  return value === undefined ? {} : { goal: value };
}
