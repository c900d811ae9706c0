import { readFileSync } from 'node:fs';
import { Agent, request, type Dispatcher } from 'undici';
import { parse } from 'yaml';

/** How a kubeconfig of the test control plane reaches its API server. */
export interface ApiAccess {
  readonly server: string;
  readonly ca: Buffer;
  readonly token: string;
}

export function accessOf(kubeconfig: string): ApiAccess {
  const { clusters, users } = parse(readFileSync(kubeconfig, 'utf8')) as {
    readonly clusters: readonly [{ readonly cluster: { readonly server: string; readonly 'certificate-authority': string } }];
    readonly users: readonly [{ readonly user: { readonly token: string } }];
  };
  const [{ cluster }] = clusters;
  return { server: cluster.server, ca: readFileSync(cluster['certificate-authority']), token: users[0].user.token };
}

/** Raw requests as the administrator of the test control plane: what fills it, and the floor below which nobody reads. */
export interface Api {
  /** The body's length in bytes. Throws on any status but 2xx. */
  size(path: string): Promise<number>;
  get(path: string): Promise<unknown>;
  /** Something that is there already is left as it is. */
  create(path: string, object: object): Promise<void>;
  close(): Promise<void>;
}

export function openApi({ server, ca, token }: ApiAccess): Api {
  const dispatcher = new Agent({ connect: { ca }, connections: 16 });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

  async function send(method: Dispatcher.HttpMethod, path: string, body?: object) {
    const response = await request(`${server}${path}`, {
      method,
      headers,
      dispatcher,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.statusCode, bytes: Buffer.from(await response.body.arrayBuffer()) };
  }

  async function read(path: string): Promise<Buffer> {
    const { status, bytes } = await send('GET', path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${bytes.toString('utf8', 0, 200)}`);
    return bytes;
  }

  return {
    size: async (path) => (await read(path)).length,
    get: async (path) => JSON.parse((await read(path)).toString('utf8')) as unknown,
    async create(path, object) {
      const { status, bytes } = await send('POST', path, object);
      if (status !== 201 && status !== 409) throw new Error(`POST ${path}: ${status} ${bytes.toString('utf8', 0, 300)}`);
    },
    close: () => dispatcher.close(),
  };
}
