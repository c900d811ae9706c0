import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCertificates } from './certificates.ts';
import { freePorts } from '../../support/free-ports.ts';
import { createKubectl } from './kubectl.ts';
import type { Kubectl } from './kubectl.ts';
import { writeKubeconfigs } from './kubeconfigs.ts';
import type { Kubeconfigs } from './kubeconfigs.ts';
import { apiServerArguments, controllerArguments, etcdArguments } from './program-arguments.ts';
import { signal, startProgram, stopPids } from './program.ts';
import type { Program } from './program.ts';
import type { ProgramName } from './programs.ts';
import { readerRole } from './reader-role.ts';
import { waitForApiServer, waitForControllers } from './readiness.ts';
import { writeServiceAccountToken } from './service-account-token.ts';
import { createTokens } from './tokens.ts';
import type { Tokens } from './tokens.ts';

const nodes = fileURLToPath(new URL('nodes.yaml', import.meta.url));

export interface ControlPlane {
  readonly kubeconfigs: Kubeconfigs;
  readonly tokens: Tokens;
  /** kubectl as the administrator. */
  readonly kubectl: Kubectl;
  readonly stop: () => Promise<void>;
}

export interface ControlPlaneStart {
  /** The folder of the programs. */
  readonly programs: string;
  /** The folder of the CustomResourceDefinitions. */
  readonly customResources: string;
  /** For data, logs, pids and kubeconfigs; it must be empty. */
  readonly directory: string;
  /** Goes on when this process ends, until `down.ts` stops it. */
  readonly detached?: boolean;
}

/**
 * Starts a control plane on free ports of loopback with three nodes. Real: API server, admission, RBAC, controllers and
 * scheduler. Simulated by kwok: nodes and the life of pods; nothing runs in them. Throws, with everything stopped and
 * the last words of the program that died, when it does not become ready.
 */
export async function startControlPlane({
  programs,
  customResources,
  directory,
  detached = false,
}: ControlPlaneStart): Promise<ControlPlane> {
  mkdirSync(directory, { recursive: true });
  if (readdirSync(directory).length > 0)
    throw new Error(`${directory} is not empty: a control plane starts in a folder of its own.`);
  const started: Program[] = [];
  const pids = () => started.map((program) => program.pid);
  const start = (name: ProgramName, args: readonly string[]) =>
    started.push(startProgram({ name, args, programs, directory, detached }));
  const killAll = () => signal(pids(), 'SIGKILL');
  process.prependOnceListener('exit', killAll);
  const stop = async () => {
    await stopPids(pids());
    process.removeListener('exit', killAll);
  };
  try {
    const [apiServer = 0, etcdClient = 0, etcdPeer = 0, closedPort = 0] = await freePorts(4);
    const addresses = { apiServer, etcdClient, etcdPeer };
    const certificates = createCertificates(directory);
    const knownTokens = join(directory, 'tokens.csv');
    const tokens = createTokens(knownTokens);
    const tokenFile = join(directory, 'service-account.token');
    const kubeconfigs = writeKubeconfigs({ directory, port: apiServer, closedPort, certificates, tokens, tokenFile });
    const kubectl = createKubectl(programs, kubeconfigs.admin);

    start('etcd', etcdArguments(addresses));
    start('kube-apiserver', apiServerArguments(addresses, certificates, knownTokens));
    await waitForApiServer(kubectl, started);
    for (const [name, args] of controllerArguments(kubeconfigs.admin, certificates)) start(name, args);
    await kubectl(['apply', '--server-side', '-f', customResources]);
    await kubectl(['apply', '-f', nodes]);
    await kubectl(['apply', '-f', '-'], JSON.stringify(readerRole()));
    await waitForControllers(kubectl, started);
    await writeServiceAccountToken(kubectl, tokenFile);
    if (detached) process.removeListener('exit', killAll);
    return { kubeconfigs, tokens, kubectl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
