import { cutShapes, type OpenApiDocument } from '../../core/manifest/shape/cut-shapes.ts';
import type { ReadShapes, Shapes } from '../../core/manifest/shape/shapes.ts';
import { raw, string } from '../project/raw.ts';
import type { Connection } from './connection.ts';
import { untilAborted } from './until-aborted.ts';

/** A person waits no longer than this for the better of two proofs. */
const PATIENCE_MS = 1500;
/** What takes longer than a person waits is there for the next one. */
const READ_MS = 10_000;
/** What could not be read is not asked for again before. */
const REST_MS = 60_000;
/** A pasted text may name many groups; each costs a request of one to two megabytes. */
const MOST_DOCUMENTS = 8;

interface Kept {
  readonly hash: string;
  readonly since: number;
  readonly shapes: Promise<Shapes | undefined>;
  failed: boolean;
}

/**
 * The OpenAPI v3 of one API server, cut down to the shapes of its kinds. The ClusterRole system:discovery lets every
 * account that has logged in read it. Only the cut is kept, under the hash that the server's index gives its document,
 * so that an upgrade, or a CRD that changes, is noticed with the next question.
 * Source: kubernetes.io/docs/concepts/overview/kubernetes-api/#openapi-v3
 */
export function ownShapesOver(connection: Pick<Connection, 'get'>, now: () => number): ReadShapes {
  const known = new Map<string, Kept>();
  let silentUntil = Number.NEGATIVE_INFINITY;

  async function index(): Promise<Readonly<Record<string, unknown>>> {
    try {
      return raw(raw(await connection.get('/openapi/v3', {}, AbortSignal.timeout(PATIENCE_MS)))['paths']);
    } catch {
      silentUntil = now() + REST_MS;
      return {};
    }
  }

  function shapesOf(apiVersion: string, hash: string): Promise<Shapes | undefined> {
    const kept = known.get(apiVersion);
    if (kept?.hash === hash && (!kept.failed || now() < kept.since + REST_MS)) return kept.shapes;
    const fresh: Kept = {
      hash,
      since: now(),
      failed: false,
      shapes: readShapes(connection, apiVersion, hash).catch(() => {
        fresh.failed = true;
        return undefined;
      }),
    };
    known.set(apiVersion, fresh);
    return fresh.shapes;
  }

  return async (apiVersions, signal) => {
    if (now() < silentUntil) return [];
    const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    const inTime = <T>(work: Promise<T>): Promise<T | undefined> => untilAborted(work, patience).catch(() => undefined);
    const paths = await inTime(index());
    const served = [...new Set(apiVersions)].filter((one) => paths !== undefined && Object.hasOwn(paths, keyOf(one)));
    const found = await Promise.all(
      served.slice(0, MOST_DOCUMENTS).map((apiVersion) => inTime(shapesOf(apiVersion, hashIn(paths?.[keyOf(apiVersion)])))),
    );
    return found.filter((one) => one !== undefined);
  };
}

async function readShapes(connection: Pick<Connection, 'get'>, apiVersion: string, hash: string): Promise<Shapes> {
  const path = `/openapi/v3/${keyOf(apiVersion)}`;
  const document = (await connection.get(path, hash === '' ? {} : { hash }, AbortSignal.timeout(READ_MS))) as OpenApiDocument;
  const { title, version } = raw(document.info);
  // The values of a pasted Secret are not to be repeated in an answer.
  const cut = cutShapes(document, apiVersion, (kind) => kind !== 'Secret');
  const ofKubernetes = title === 'Kubernetes' && /^v?\d+\.\d+[\w.+-]{0,40}$/u.test(string(version));
  return { from: path, ...(ofKubernetes ? { version: string(version) } : {}), ...cut };
}

/** The name of a document in the index. */
function keyOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `apis/${apiVersion}` : `api/${apiVersion}`;
}

/** Only the hash of the address that the index gives: where to send the credentials is not the index's to say. */
function hashIn(entry: unknown): string {
  return new URLSearchParams(string(raw(entry)['serverRelativeURL']).split('?')[1] ?? '').get('hash') ?? '';
}
