import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Certificates } from './certificates.ts';
import type { ProgramName } from './programs.ts';

export interface Addresses {
  readonly apiServer: number;
  readonly etcdClient: number;
  readonly etcdPeer: number;
}

const loopback = '127.0.0.1';

export function etcdArguments({ etcdClient, etcdPeer }: Addresses): readonly string[] {
  const client = `http://${loopback}:${etcdClient}`;
  const peer = `http://${loopback}:${etcdPeer}`;
  return [
    '--data-dir=etcd',
    '--unsafe-no-fsync',
    '--log-level=error',
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
  ];
}

export function apiServerArguments(
  { apiServer, etcdClient }: Addresses,
  certificates: Certificates,
  tokenFile: string,
): readonly string[] {
  return [
    `--etcd-servers=http://${loopback}:${etcdClient}`,
    `--bind-address=${loopback}`,
    // Not loopback: such an address is refused as an endpoint, and Service default/kubernetes would have none.
    '--advertise-address=10.0.0.250',
    `--secure-port=${apiServer}`,
    `--tls-cert-file=${certificates.serving.certificate}`,
    `--tls-private-key-file=${certificates.serving.key}`,
    `--client-ca-file=${certificates.ca}`,
    `--token-auth-file=${tokenFile}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-signing-key-file=${certificates.serviceAccount.key}`,
    `--service-account-key-file=${certificates.serviceAccount.publicKey}`,
    '--authorization-mode=RBAC',
    '--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112',
    // It refuses pods until the namespace's default account is there; a test that creates both at once would have to wait.
    '--disable-admission-plugins=ServiceAccount',
  ];
}

/** What the controllers, the scheduler and kwok are started with; the API server answers by then. */
export function controllerArguments(
  kubeconfig: string,
  certificates: Certificates,
): readonly (readonly [ProgramName, readonly string[]])[] {
  const fast = ['--kube-api-qps=500', '--kube-api-burst=1000'];
  const alone = ['--leader-elect=false', `--bind-address=${loopback}`, '--secure-port=0'];
  const controllers = '--controllers=*,-node-ipam-controller,-cloud-node-lifecycle-controller';
  return [
    [
      'kube-controller-manager',
      [
        `--kubeconfig=${kubeconfig}`,
        `--service-account-private-key-file=${certificates.serviceAccount.key}`,
        `--root-ca-file=${certificates.ca}`,
        controllers,
        // A node is lost when its lease is this old; kwok renews them every ten seconds.
        '--node-monitor-grace-period=30s',
        ...alone,
        ...fast,
      ],
    ],
    ['kube-scheduler', [`--kubeconfig=${kubeconfig}`, ...alone, ...fast]],
    ['kwok', [`--kubeconfig=${kubeconfig}`, '--manage-all-nodes', '--node-lease-duration-seconds=40', ...stageFiles()]],
  ];
}

function stageFiles(): readonly string[] {
  const stages = fileURLToPath(new URL('stages', import.meta.url));
  return readdirSync(stages).map((file) => `--config=${join(stages, file)}`);
}
