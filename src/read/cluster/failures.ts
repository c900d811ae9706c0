import { Problem } from '../../core/problem/problem.ts';
import { ApiError } from './connection.ts';

const unreachableCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** True when no other request to this API server will do better. */
export function isFatal(error: unknown): boolean {
  if (error instanceof Problem) return true;
  if (error instanceof ApiError) return error.status === 401;
  return unreachableCodes.has(codeOf(error)) || isTlsFailure(error) || isPluginFailure(error);
}

/** The sentence for the person. The message of the thrown error is not shown: it may hold headers or a body. */
export function toProblem(error: unknown, cluster: string, server: string): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ApiError && error.status === 401) {
    return new Problem(
      'cluster-forbidden',
      `The API server of ${cluster} does not accept the credentials: the token or certificate has expired or is wrong.`,
      [
        'Log in again (the way you do for kubectl), or renew the token of the service account.',
        `See whether kubectl gets in: kubectl get services --context ${cluster}`,
      ],
      error,
    );
  }
  if (isTlsFailure(error)) {
    return new Problem(
      'cluster-unreachable',
      `The certificate of the API server of ${cluster} (${hostOf(server)}) cannot be verified.`,
      ['Does the kubeconfig hold the right certificate-authority-data for this cluster?'],
      error,
    );
  }
  if (isPluginFailure(error)) {
    return new Problem(
      'cluster-forbidden',
      `The login plug-in of ${cluster} in the kubeconfig (users[].user.exec) did not give credentials.`,
      ['Is the command installed and logged in? See whether kubectl gets in with the same context.'],
      error,
    );
  }
  const code = codeOf(error);
  const why: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'the name does not resolve',
    EAI_AGAIN: 'the name does not resolve',
    UND_ERR_CONNECT_TIMEOUT: 'no answer in time',
  };
  return new Problem(
    'cluster-unreachable',
    `The API server of ${cluster} (${hostOf(server)}) cannot be reached: ${why[code] ?? 'the connection failed'}.`,
    ['Is the cluster up, and the VPN on?', `See whether kubectl gets there: kubectl cluster-info --context ${cluster}`],
    error,
  );
}

function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? '' : codeOf(cause);
}

function isTlsFailure(error: unknown): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/u.test(codeOf(error));
}

/** client-node starts exec plug-ins; what they fail with has no code of its own. */
function isPluginFailure(error: unknown): boolean {
  const { code, syscall, message } = (error ?? {}) as { code?: unknown; syscall?: unknown; message?: unknown };
  if (code === 'ENOENT' && typeof syscall === 'string' && syscall.startsWith('spawn')) return true;
  return typeof message === 'string' && /exec (plugin|credential)|Failed to refresh token|ExecCredential/iu.test(message);
}

function hostOf(server: string): string {
  try {
    return new URL(server).host;
  } catch {
    return 'its address';
  }
}
