import { KubeConfig } from '@kubernetes/client-node';

/** A kubeconfig with one context `test` for a server without TLS. */
export function kubeConfigFor(server: string, token = 'token-for-tests', namespace?: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [{ name: 'test', server, skipTLSVerify: true }],
    users: [{ name: 'test', token }],
    contexts: [{ name: 'test', cluster: 'test', user: 'test', ...(namespace === undefined ? {} : { namespace }) }],
    currentContext: 'test',
  });
  return config;
}
