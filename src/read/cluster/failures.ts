import { Problem, SilentCluster } from '../../core/problem/problem.ts';
import { ApiError } from './api-error.ts';
import { LoginFailed } from './login-failed.ts';

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
  return unreachableCodes.has(codeOf(error)) || isTlsFailure(error) || error instanceof LoginFailed;
}

/** The sentence for the person. The message of the thrown error is not shown: it may hold headers or a body. */
export function toProblem(error: unknown, cluster: string, server: string, context = cluster): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ApiError && error.status === 401) {
    return new Problem(
      'cluster-forbidden',
      `The API server of ${cluster} does not accept the credentials: the token or certificate has expired or is wrong.`,
      [
        'Log in again (the way you do for kubectl), or renew the token of the service account.',
        `See whether kubectl gets in: kubectl get services --context ${context}`,
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
  if (error instanceof LoginFailed) return loginProblem(error, cluster, context);
  const code = codeOf(error);
  const why: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'the name does not resolve',
    EAI_AGAIN: 'the name does not resolve',
    UND_ERR_CONNECT_TIMEOUT: 'no answer in time',
  };
  return new SilentCluster(
    'cluster-unreachable',
    `The API server of ${cluster} (${hostOf(server)}) cannot be reached: ${why[code] ?? 'the connection failed'}.`,
    ['Is the cluster up, and the VPN on?', `See whether kubectl gets there: kubectl cluster-info --context ${context}`],
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

function loginProblem(error: LoginFailed, cluster: string, context: string): Problem {
  const { missing } = error;
  // Its path tells where it is on somebody's machine; the name is enough to know it.
  const command = error.command?.split(/[\\/]/u).at(-1);
  const say =
    command === undefined
      ? `The credentials of ${cluster} in the kubeconfig cannot be read.`
      : `The login plug-in of ${cluster} (${command}) ${missing ? 'is not installed here' : 'gave no credentials'}.`;
  return new Problem(
    'cluster-forbidden',
    say,
    [
      command === undefined
        ? 'Is the token or certificate file that it names there, and may this user read it?'
        : missing
          ? `Install ${command}, or put it on PATH.`
          : 'Log in with it again (the way you do for kubectl).',
      `See whether kubectl gets in: kubectl get services --context ${context}`,
    ],
    error,
  );
}

function hostOf(server: string): string {
  try {
    return new URL(server).host;
  } catch {
    return 'its address';
  }
}
