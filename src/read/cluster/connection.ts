import { setMaxListeners } from 'node:events';
import type { Cluster, KubeConfig } from '@kubernetes/client-node';
import { request, type Dispatcher } from 'undici';
import type { Impersonated } from '../../core/access/impersonated.ts';
import { ApiError } from './api-error.ts';
import { bodyOf, JSON_TYPE, jsonOf, statusIn, type Body } from './body.ts';
import { impersonationHeaders, refuseImpersonation } from './impersonation.ts';
import { Login, type Entry, type LoginOptions } from './login.ts';
import { untilAborted } from './until-aborted.ts';

/** One request to the API server, for whoever counts them. */
export interface ApiCall {
  readonly method: 'GET' | 'POST';
  /** Without its query. */
  readonly path: string;
  /** 0 when there was no answer. */
  readonly status: number;
  /** Of the body, unpacked. */
  readonly bytes: number;
  readonly durationMs: number;
}

type Query = Readonly<Record<string, string>>;

interface Sent {
  /** Media types of the body; JSON by default. */
  readonly accept?: string;
  /** 0: the body may be silent as long as it likes. */
  readonly bodyTimeout?: number;
  readonly sent?: string | undefined;
}

export interface ConnectionOptions extends LoginOptions {
  readonly onCall?: ((call: ApiCall) => void) | undefined;
}

const HEADERS_TIMEOUT_MS = 15_000;
const BODY_TIMEOUT_MS = 30_000;

/**
 * Requests to an API server over the sockets of one login. client-node's own calls open a new connection each and parse into
 * typed objects that are dropped at once, so the requests are made here.
 */
export class Connection {
  readonly #login: Login;
  readonly #onCall: ((call: ApiCall) => void) | undefined;
  readonly #who: Impersonated | undefined;

  private constructor(login: Login, onCall: ((call: ApiCall) => void) | undefined, who: Impersonated | undefined) {
    this.#login = login;
    this.#onCall = onCall;
    this.#who = who;
  }

  static open(config: KubeConfig, cluster: Cluster, { onCall, ...login }: ConnectionOptions = {}): Connection {
    return new Connection(new Login(config, cluster, login), onCall, undefined);
  }

  /** The address of the API server, as the kubeconfig of now has it. */
  get server(): string {
    return this.#login.server;
  }

  /** The same connection with requests that count as somebody else's. The account needs the verb impersonate for it. */
  as(who: Impersonated): Connection {
    return new Connection(this.#login, this.#onCall, who);
  }

  /** The name that the requests count for; undefined: that of the account. */
  get person(): string | undefined {
    return this.#who?.user;
  }

  /** GET of JSON at a path below the server's address. Throws ApiError, or what the network threw. */
  async get(path: string, query: Query, signal: AbortSignal): Promise<unknown> {
    return jsonOf(await this.open(path, query, signal));
  }

  /**
   * GET whose body is read as it comes, and told of when it has been. Throws ApiError, or what the network threw; the body
   * does the latter, too.
   */
  async open(path: string, query: Query, signal: AbortSignal, accept: string = JSON_TYPE): Promise<Body> {
    const { status, ...body } = await this.#send('GET', path, query, signal, { accept });
    if (status >= 200 && status <= 299) return body;
    const { reason, message } = await statusIn(body);
    if (status === 403 && this.#who !== undefined) refuseImpersonation(message);
    throw new ApiError(status, reason);
  }

  /**
   * The same for a watch: it lasts until the server ends it or the signal is aborted, silence is the reader's to notice, and
   * nobody is told of it.
   */
  async stream(path: string, query: Query, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    const response = await this.#openRenewing('GET', targetOf(path, query), signal, { bodyTimeout: 0 });
    const body = bodyOf(response);
    if (response.statusCode >= 200 && response.statusCode <= 299) return body.chunks;
    throw new ApiError(response.statusCode, (await statusIn(body)).reason);
  }

  /**
   * The only POST there is: with dryRun=All the API server validates and admits the object and stores nothing. The
   * status and the JSON body, whatever the status is. Throws what the network threw.
   */
  async postDryRun(path: string, object: unknown, signal: AbortSignal): Promise<{ status: number; body: unknown }> {
    const query = { dryRun: 'All', fieldValidation: 'Strict', fieldManager: 'k8s-svc' };
    const { status, ...body } = await this.#send('POST', path, query, signal, { sent: JSON.stringify(object) });
    return { status, body: await jsonOf(body) };
  }

  /** Tells of the call when its body has been read, in the context of the one who reads it. */
  async #send(
    method: 'GET' | 'POST',
    path: string,
    query: Query,
    signal: AbortSignal,
    what: Sent,
  ): Promise<Body & { readonly status: number }> {
    const from = performance.now();
    const tell = (status: number, bytes: number) =>
      this.#onCall?.({ method, path, status, bytes, durationMs: performance.now() - from });
    try {
      const response = await this.#openRenewing(method, targetOf(path, query), signal, what);
      const { type, chunks } = bodyOf(response);
      return { status: response.statusCode, type, chunks: toldOf(chunks, response.statusCode, tell) };
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
    const { response, entry } = await this.#open(method, target, signal, what);
    if (response.statusCode !== 401 || !(await this.#login.renew(entry.config, signal))) return response;
    await response.body.dump();
    return (await this.#open(method, target, signal, what)).response;
  }

  async #open(
    method: 'GET' | 'POST',
    target: string,
    signal: AbortSignal,
    { sent, accept = JSON_TYPE, bodyTimeout = BODY_TIMEOUT_MS }: Sent,
  ): Promise<{ readonly response: Dispatcher.ResponseData; readonly entry: Entry }> {
    const entry = await untilAborted(this.#login.entry(), signal);
    const url = `${entry.server.replace(/\/+$/u, '')}${target}`;
    const type = sent === undefined ? {} : { 'content-type': 'application/json' };
    const asked = this.#who === undefined ? {} : impersonationHeaders(this.#who);
    const attempt = () =>
      request(url, {
        method,
        headers: { ...entry.headers, ...asked, ...type, accept, 'accept-encoding': 'gzip', 'user-agent': 'k8s-svc' },
        dispatcher: entry.dispatcher,
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
    return { response: await untilAborted(patient, signal), entry };
  }

  async close(): Promise<void> {
    await this.#login.close();
  }
}

function targetOf(path: string, query: Query): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}

function isCut(error: unknown): boolean {
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(String((error as { code?: unknown } | null)?.code));
}

/** Tells of the status and the bytes at the end; of status 0 where the body broke. */
async function* toldOf(
  chunks: AsyncIterable<Buffer>,
  status: number,
  tell: (status: number, bytes: number) => void,
): AsyncGenerator<Buffer, void> {
  let bytes = 0;
  let told = status;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    [told, bytes] = [0, 0];
    throw error;
  } finally {
    tell(told, bytes);
  }
}
