import { setMaxListeners } from 'node:events';
import type { RequestOptions } from 'node:https';
import type { Impersonated } from '../../core/access/impersonated.ts';
import type { Cluster, KubeConfig } from '@kubernetes/client-node';
import { untilAborted } from './until-aborted.ts';
import { ApiError } from './api-error.ts';
import type { ConfigSource } from './config-source.ts';
import { impersonationHeaders, refuseImpersonation } from './impersonation.ts';
import { LoginFailed } from './login-failed.ts';
import { Agent, ProxyAgent, request, type buildConnector, type Dispatcher } from 'undici';

interface Tls {
  readonly ca?: unknown;
  readonly cert?: unknown;
  readonly key?: unknown;
  readonly rejectUnauthorized?: unknown;
  readonly servername?: unknown;
}

/** One request to the API server, for whoever counts them. */
export interface ApiCall {
  readonly method: 'GET' | 'POST';
  /** Without its query. */
  readonly path: string;
  /** 0 when there was no answer. */
  readonly status: number;
  /** Of the body, unpacked, in characters. */
  readonly bytes: number;
  readonly durationMs: number;
}

/** The body of a request, and for whom it is made. */
interface Sent {
  /** 0: the body may be silent as long as it likes. */
  readonly bodyTimeout?: number;
  readonly sent: string | undefined;
  readonly who: Impersonated | undefined;
}

export interface ConnectionOptions {
  /** Notices a kubeconfig that has changed, and looks refused credentials up anew. */
  readonly source?: ConfigSource | undefined;
  /** Sockets to the API server. A watch keeps one for itself as long as it lasts, so who watches needs more. */
  readonly sockets?: number | undefined;
  readonly onCall?: ((call: ApiCall) => void) | undefined;
}

const tlsKeys = ['ca', 'cert', 'key', 'rejectUnauthorized', 'servername'] as const;
const HEADERS_TIMEOUT_MS = 15_000;
const BODY_TIMEOUT_MS = 30_000;
const SOCKETS = 8;

/**
 * One pool of connections to an API server, with the authentication of client-node (tokens, client certificates, exec
 * plug-ins, rotated token files). client-node's own calls open a new connection each and parse into typed objects that
 * are dropped at once, so the requests are made here.
 */
export class Connection {
  #config: KubeConfig;
  #cluster: Cluster;
  readonly #source: ConfigSource | undefined;
  readonly #sockets: number;
  readonly #onCall: ((call: ApiCall) => void) | undefined;
  #dispatcher: Dispatcher | undefined;
  #tlsKey = '';
  #auth: Promise<RequestOptions> | undefined;

  /** For whom requests are made, over another connection: its pool, its login and its address. */
  #asked: { readonly by: Connection; readonly who: Impersonated } | undefined;

  constructor(config: KubeConfig, cluster: Cluster, { source, sockets = SOCKETS, onCall }: ConnectionOptions = {}) {
    this.#config = config;
    this.#cluster = cluster;
    this.#source = source;
    this.#sockets = sockets;
    this.#onCall = onCall;
  }

  /** The address of the API server, as the kubeconfig of now has it. */
  get server(): string {
    return (this.#asked?.by ?? this).#cluster.server;
  }

  /** The same connection with requests that count as somebody else's. The account needs the verb impersonate for it. */
  as(who: Impersonated): Connection {
    const theirs = new Connection(this.#config, this.#cluster);
    theirs.#asked = { by: this.#asked?.by ?? this, who };
    return theirs;
  }

  /** The name that the requests count for; undefined: that of the account. */
  get person(): string | undefined {
    return this.#asked?.who.user;
  }

  /** GET of a path below the server's address; the JSON body, read by `parse`. Throws ApiError, or what the network threw. */
  async get(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
    parse: (text: string) => unknown = JSON.parse,
  ): Promise<unknown> {
    const { status, body } = await this.#send('GET', path, query, signal);
    if (status === 403 && this.#asked !== undefined) refuseImpersonation(body);
    if (status < 200 || status > 299) throw new ApiError(status, reasonOf(body));
    return parse(body);
  }

  /**
   * GET whose body is read as it comes: a watch. It lasts until the server ends it or the signal is aborted; silence is the
   * reader's to notice. Throws ApiError, or what the network threw; the body does too.
   */
  async stream(path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    const by = this.#asked?.by ?? this;
    const what = { sent: undefined, who: this.#asked?.who, bodyTimeout: 0 };
    const { statusCode, body } = await by.#openRenewing('GET', targetOf(path, query), signal, what);
    if (statusCode < 200 || statusCode > 299) throw new ApiError(statusCode, reasonOf(await body.text()));
    return body;
  }

  /**
   * The only POST there is: with dryRun=All the API server validates and admits the object and stores nothing. The
   * status and the JSON body, whatever the status is. Throws what the network threw.
   */
  async postDryRun(path: string, object: unknown, signal: AbortSignal): Promise<{ status: number; body: unknown }> {
    const query = { dryRun: 'All', fieldValidation: 'Strict', fieldManager: 'k8s-svc' };
    const { status, body } = await this.#send('POST', path, query, signal, JSON.stringify(object));
    return { status, body: JSON.parse(body) as unknown };
  }

  /** Tells of the call when it is over, in the context of the one who waits for it. */
  async #send(
    method: 'GET' | 'POST',
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
    sent?: string,
  ): Promise<{ status: number; body: string }> {
    const by = this.#asked?.by ?? this;
    const from = performance.now();
    const tell = (status: number, bytes: number) =>
      by.#onCall?.({ method, path, status, bytes, durationMs: performance.now() - from });
    try {
      const what = { sent, who: this.#asked?.who };
      const { statusCode, body } = await by.#openRenewing(method, targetOf(path, query), signal, what);
      const text = await body.text();
      tell(statusCode, text.length);
      return { status: statusCode, body: text };
    } catch (error) {
      tell(0, 0);
      throw error;
    }
  }

  /** With refused credentials once more, when there are newer ones. */
  async #openRenewing(
    method: 'GET' | 'POST',
    target: string,
    signal: AbortSignal,
    what: Sent,
  ): Promise<Dispatcher.ResponseData> {
    // One signal serves all lists of a request; more than ten listeners are no leak here.
    setMaxListeners(0, signal);
    const { response, config } = await this.#open(method, target, signal, what);
    if (response.statusCode !== 401 || this.#source === undefined) return response;
    this.#take((await untilAborted(this.#source.renewed(), signal)) ?? this.#config);
    // What another request has renewed in the meantime helps this one too.
    if (this.#config === config) return response;
    await response.body.dump();
    return (await this.#open(method, target, signal, what)).response;
  }

  async #open(
    method: 'GET' | 'POST',
    target: string,
    signal: AbortSignal,
    { sent, who, bodyTimeout = BODY_TIMEOUT_MS }: Sent,
  ): Promise<{ readonly response: Dispatcher.ResponseData; readonly config: KubeConfig }> {
    const { headers, dispatcher } = await untilAborted(this.#authorize(), signal);
    const config = this.#config;
    const url = `${this.#cluster.server.replace(/\/+$/u, '')}${target}`;
    const type = sent === undefined ? {} : { 'content-type': 'application/json' };
    const asked = who === undefined ? {} : impersonationHeaders(who);
    const attempt = () =>
      request(url, {
        method,
        headers: { ...headers, ...asked, ...type, accept: 'application/json', 'user-agent': 'k8s-svc' },
        dispatcher,
        signal,
        headersTimeout: HEADERS_TIMEOUT_MS,
        bodyTimeout,
        ...(sent === undefined ? {} : { body: sent }),
      });
    // A server that has been restarted leaves dead connections in the pool: a question may be asked again.
    const patient = attempt().catch((error: unknown) => {
      if (method === 'GET' && !signal.aborted && isCut(error)) return attempt();
      throw error;
    });
    // A connection that is being opened does not hear the signal; the person does not wait for it.
    return { response: await untilAborted(patient, signal), config };
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

  async #authorize(): Promise<{ headers: Record<string, string>; dispatcher: Dispatcher }> {
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
    return { headers, dispatcher: this.#dispatcherFor(tls) };
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

function targetOf(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}

function isCut(error: unknown): boolean {
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(String((error as { code?: unknown } | null)?.code));
}

function reasonOf(body: string): string {
  try {
    const reason = (JSON.parse(body) as { reason?: unknown }).reason;
    return typeof reason === 'string' ? reason.slice(0, 60) : '';
  } catch {
    return '';
  }
}
