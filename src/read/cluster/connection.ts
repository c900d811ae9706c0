import { setMaxListeners } from 'node:events';
import type { RequestOptions } from 'node:https';
import type { Impersonated } from '../../core/access/impersonated.ts';
import type { Cluster, KubeConfig } from '@kubernetes/client-node';
import { untilAborted } from './until-aborted.ts';
import { ApiError } from './api-error.ts';
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

const tlsKeys = ['ca', 'cert', 'key', 'rejectUnauthorized', 'servername'] as const;
const HEADERS_TIMEOUT_MS = 15_000;
const BODY_TIMEOUT_MS = 30_000;

/**
 * One pool of connections to an API server, with the authentication of client-node (tokens, client certificates, exec
 * plug-ins, rotated token files). client-node's own calls open a new connection each and parse into typed objects that
 * are dropped at once, so the requests are made here.
 */
export class Connection {
  readonly #config: KubeConfig;
  readonly #cluster: Cluster;
  readonly #onCall: ((call: ApiCall) => void) | undefined;
  #dispatcher: Dispatcher | undefined;
  #tlsKey = '';
  #auth: Promise<RequestOptions> | undefined;

  /** For whom requests are made, over another connection: its pool, its login and its address. */
  #asked: { readonly by: Connection; readonly who: Impersonated } | undefined;

  constructor(config: KubeConfig, cluster: Cluster, onCall?: (call: ApiCall) => void) {
    this.#config = config;
    this.#cluster = cluster;
    this.#onCall = onCall;
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
    who?: Impersonated,
  ): Promise<{ status: number; body: string }> {
    if (this.#asked !== undefined) return this.#asked.by.#send(method, path, query, signal, sent, this.#asked.who);
    const from = performance.now();
    const tell = (status: number, bytes: number) =>
      this.#onCall?.({ method, path, status, bytes, durationMs: performance.now() - from });
    try {
      const response = await this.#exchange(method, path, query, signal, sent, who);
      tell(response.status, response.body.length);
      return response;
    } catch (error) {
      tell(0, 0);
      throw error;
    }
  }

  async #exchange(
    method: 'GET' | 'POST',
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
    sent?: string,
    who?: Impersonated,
  ): Promise<{ status: number; body: string }> {
    // One signal serves all lists of a request; more than ten listeners are no leak here.
    setMaxListeners(0, signal);
    const { headers, dispatcher } = await untilAborted(this.#authorize(), signal);
    const asked = who === undefined ? {} : impersonationHeaders(who);
    const search = new URLSearchParams(query).toString();
    const url = `${this.#cluster.server.replace(/\/+$/u, '')}${path}${search === '' ? '' : `?${search}`}`;
    const type = sent === undefined ? {} : { 'content-type': 'application/json' };
    // A connection that is being opened does not hear the signal; the person does not wait for it.
    const response = await untilAborted(
      request(url, {
        method,
        headers: { ...headers, ...asked, ...type, accept: 'application/json', 'user-agent': 'k8s-svc' },
        dispatcher,
        signal,
        headersTimeout: HEADERS_TIMEOUT_MS,
        bodyTimeout: BODY_TIMEOUT_MS,
        ...(sent === undefined ? {} : { body: sent }),
      }),
      signal,
    );
    return { status: response.statusCode, body: await response.body.text() };
  }

  async close(): Promise<void> {
    await this.#dispatcher?.close();
  }

  async #authorize(): Promise<{ headers: Record<string, string>; dispatcher: Dispatcher }> {
    // Parallel requests share one look-up: an exec plug-in would otherwise be started once for each of them.
    this.#auth ??= this.#lookUp().finally(() => {
      this.#auth = undefined;
    });
    const options = await this.#auth;
    const tls: Tls & Record<string, unknown> = Object.fromEntries(
      tlsKeys.filter((key) => options[key] !== undefined).map((key) => [key, options[key]]),
    );
    const headers: Record<string, string> = {};
    for (const [key, value] of Object.entries(options.headers ?? {})) if (typeof value === 'string') headers[key] = value;
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
    const key = tlsKeys.map((name) => String(tls[name])).join('|');
    if (this.#dispatcher !== undefined && key === this.#tlsKey) return this.#dispatcher;
    void this.#dispatcher?.close();
    this.#tlsKey = key;
    const connect = { ...tls, keepAlive: true, keepAliveInitialDelay: 30_000, timeout: 8_000 } as buildConnector.BuildOptions;
    const pool = { keepAliveTimeout: 30_000, connections: 8 };
    this.#dispatcher =
      this.#cluster.proxyUrl === undefined
        ? new Agent({ connect, ...pool })
        : new ProxyAgent({ uri: this.#cluster.proxyUrl, requestTls: connect, ...pool });
    return this.#dispatcher;
  }
}

function reasonOf(body: string): string {
  try {
    const reason = (JSON.parse(body) as { reason?: unknown }).reason;
    return typeof reason === 'string' ? reason.slice(0, 60) : '';
  } catch {
    return '';
  }
}
