import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import type { Certificates } from './certificates.ts';
import type { Tokens } from './tokens.ts';

/** Every way to reach the API server that a test needs, each in a kubeconfig of its own. */
const accessNames = [
  /** A token with every right. */
  'admin',
  /** Tokens whose rights the tests give out in RBAC. */
  'namespace-reader',
  'services-reader',
  /** A client certificate of the group k8s-svc-readers. */
  'client-certificate',
  /** An exec plug-in that prints the admin token as an ExecCredential. */
  'exec-plugin',
  'exec-plugin-missing',
  'exec-plugin-failing',
  /** A service account's token in a file, as a pod has it. */
  'token-file',
  /** A token that the API server does not know. */
  'invalid-token',
  /** No certificate authority: the serving certificate cannot be verified. */
  'untrusted',
  /** A port on which nothing listens. */
  'unreachable',
  /** Context `test`, the current one, leads to that port; context `payments` to the API server, with a namespace. */
  'two-contexts',
] as const;

export type AccessName = (typeof accessNames)[number];
export type Kubeconfigs = Readonly<Record<AccessName, string>>;

export interface Access {
  readonly directory: string;
  readonly port: number;
  readonly closedPort: number;
  readonly certificates: Certificates;
  readonly tokens: Tokens;
  /** Where the service account's token will lie. */
  readonly tokenFile: string;
}

/** Writes the kubeconfigs and gives the path of each. */
export function writeKubeconfigs(access: Access): Kubeconfigs {
  const { tokens, certificates, tokenFile } = access;
  const token = (value: string) => ({ token: value });
  const users: Record<AccessName, object> = {
    admin: token(tokens.admin),
    'namespace-reader': token(tokens.namespaceReader),
    'services-reader': token(tokens.servicesReader),
    'client-certificate': {
      'client-certificate-data': readFileSync(certificates.client.certificate).toString('base64'),
      'client-key': certificates.client.key,
    },
    'exec-plugin': exec(process.execPath, [credentialPlugin, tokens.admin]),
    'exec-plugin-missing': exec('no-such-credential-plugin', []),
    'exec-plugin-failing': exec(process.execPath, [credentialPlugin]),
    'token-file': { tokenFile },
    'invalid-token': token(tokens.invalid),
    untrusted: token(tokens.admin),
    unreachable: token(tokens.admin),
    'two-contexts': token(tokens.admin),
  };
  return Object.fromEntries(accessNames.map((name) => [name, write(name, access, users[name])])) as Kubeconfigs;
}

const credentialPlugin = fileURLToPath(new URL('credential-plugin.mjs', import.meta.url));

function exec(command: string, args: readonly string[]): object {
  return { exec: { apiVersion: 'client.authentication.k8s.io/v1', interactiveMode: 'Never', command, args } };
}

function write(name: AccessName, { directory, port, closedPort, certificates }: Access, user: object): string {
  const trust = name === 'untrusted' ? {} : { 'certificate-authority': certificates.ca };
  const cluster = (at: number) => ({ server: `https://127.0.0.1:${at}`, ...trust });
  const reachable = name !== 'unreachable' && name !== 'two-contexts';
  const kubeconfig = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'test',
    clusters: [
      { name: 'test', cluster: cluster(reachable ? port : closedPort) },
      { name: 'other', cluster: cluster(port) },
    ],
    users: [{ name, user }],
    contexts: [
      { name: 'test', context: { cluster: 'test', user: name } },
      ...(name === 'two-contexts'
        ? [{ name: 'payments', context: { cluster: 'other', user: name, namespace: 'payments' } }]
        : []),
    ],
  };
  const file = join(directory, `${name}.kubeconfig`);
  writeFileSync(file, stringify(kubeconfig), { mode: 0o600 });
  return file;
}
