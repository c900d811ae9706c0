import type { RequestOptions } from 'node:https';
import type { Cluster, KubeConfig } from '@kubernetes/client-node';
import { Agent, ProxyAgent, type buildConnector, type Dispatcher } from 'undici';
import type { ConfigSource } from './config-source.ts';
import { LoginFailed } from './login-failed.ts';
import { untilAborted } from './until-aborted.ts';

interface Tls {
  readonly ca?: unknown;
  readonly cert?: unknown;
  readonly key?: unknown;
  readonly rejectUnauthorized?: unknown;
  readonly servername?: unknown;
}

export interface LoginOptions {
  /** Notices a kubeconfig that has changed, and looks refused credentials up anew. */
  readonly source?: ConfigSource | undefined;
  /** Sockets to the API server. A watch keeps one for itself as long as it lasts, so who watches needs more. */
  readonly sockets?: number | undefined;
}

/** What a request needs to get in, as of now. */
export interface Entry {
  readonly server: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly dispatcher: Dispatcher;
  /** Whose credentials they are: another one stands for newer ones. */
  readonly config: KubeConfig;
}

const tlsKeys = ['ca', 'cert', 'key', 'rejectUnauthorized', 'servername'] as const;
const SOCKETS = 8;

/**
 * One pool of sockets to an API server, with the authentication of client-node (tokens, client certificates, exec plug-ins,
 * rotated token files).
 */
export class Login {
  #config: KubeConfig;
  #cluster: Cluster;
  readonly #source: ConfigSource | undefined;
  readonly #sockets: number;
  #dispatcher: Dispatcher | undefined;
  #tlsKey = '';
  #auth: Promise<RequestOptions> | undefined;

  constructor(config: KubeConfig, cluster: Cluster, { source, sockets = SOCKETS }: LoginOptions = {}) {
    this.#config = config;
    this.#cluster = cluster;
    this.#source = source;
    this.#sockets = sockets;
  }

  /** The address of the API server, as the kubeconfig of now has it. */
  get server(): string {
    return this.#cluster.server;
  }

  async entry(): Promise<Entry> {
    if (this.#source !== undefined) this.#take(await this.#source.current());
    // Parallel requests share one look-up: an exec plug-in would otherwise be started once for each of them.
    const lookUp = (this.#auth ??= this.#lookUp().finally(() => {
      if (this.#auth === lookUp) this.#auth = undefined;
    }));
    const options = await lookUp;
    const tls: Tls & Record<string, unknown> = Object.fromEntries(
      tlsKeys.filter((key) => options[key] !== undefined).map((key) => [key, options[key]]),
    );
    const headers: Record<string, string> = {};
    // A token file ends with a line break as often as not.
    for (const [key, value] of Object.entries(options.headers ?? {}))
      if (typeof value === 'string') headers[key] = value.trim();
    if (typeof options.auth === 'string') headers['authorization'] = `Basic ${Buffer.from(options.auth).toString('base64')}`;
    return { server: this.#cluster.server, headers, dispatcher: this.#dispatcherFor(tls), config: this.#config };
  }

  /** Looks for newer credentials than those that were refused; whether there are any. */
  async renew(refused: KubeConfig, signal: AbortSignal): Promise<boolean> {
    if (this.#source === undefined) return false;
    this.#take((await untilAborted(this.#source.renewed(), signal)) ?? this.#config);
    // What another request has renewed in the meantime helps this one too.
    return this.#config !== refused;
  }

  async close(): Promise<void> {
    await this.#dispatcher?.close();
  }

  #take(config: KubeConfig): void {
    const cluster = config.getCurrentCluster();
    if (config === this.#config || cluster === null) return;
    this.#config = config;
    this.#cluster = cluster;
    // A look-up with the old credentials may still be under way.
    this.#auth = undefined;
  }

  async #lookUp(): Promise<RequestOptions> {
    const options: RequestOptions = { headers: {} };
    try {
      await this.#config.applyToHTTPSOptions(options);
    } catch (error) {
      const exec = this.#config.getCurrentUser()?.exec as { command?: unknown } | undefined;
      const command = typeof exec?.command === 'string' ? exec.command : undefined;
      throw new LoginFailed(command, (error as { code?: unknown } | null)?.code === 'ENOENT');
    }
    return options;
  }

  /** The pool is kept until a certificate changes (renewed by an exec plug-in, for example). */
  #dispatcherFor(tls: Tls): Dispatcher {
    const key = [...tlsKeys.map((name) => String(tls[name])), this.#cluster.proxyUrl].join('|');
    if (this.#dispatcher !== undefined && key === this.#tlsKey) return this.#dispatcher;
    void this.#dispatcher?.close();
    this.#tlsKey = key;
    const connect = { ...tls, keepAlive: true, keepAliveInitialDelay: 30_000, timeout: 8_000 } as buildConnector.BuildOptions;
    const pool = { keepAliveTimeout: 30_000, connections: this.#sockets };
    this.#dispatcher =
      this.#cluster.proxyUrl === undefined
        ? new Agent({ connect, ...pool })
        : new ProxyAgent({ uri: this.#cluster.proxyUrl, requestTls: connect, ...pool });
    return this.#dispatcher;
  }
}
