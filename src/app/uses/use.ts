import type { Answer } from '../../core/answer/answer.ts';
import { answer, list } from '../../core/answer/build.ts';
import { code, plain, text } from '../../core/answer/text.ts';
import type { UseRequest } from '../../core/ask/request.ts';
import type { RequestContext } from '../assistant.ts';
import { readerOf } from '../clusters.ts';
import type { AssistantDeps } from '../deps.ts';
import { useTarget } from '../use-target.ts';

/**
 * Checks that the cluster (and namespace) exist and says how to choose them. A default that lasts is kept by the front
 * end that has channels; the terminal has the kubeconfig for it.
 */
export async function use(request: UseRequest, deps: AssistantDeps, { signal }: RequestContext): Promise<Answer> {
  const { cluster, namespace } = useTarget(request.target, deps.clusters);
  const reader = await readerOf(deps.clusters, cluster || undefined);
  if (namespace !== undefined) {
    const namespaces = (await reader.read({ kind: 'namespace', namespace }, ['namespaces', 'services'], signal)).in(
      'namespaces',
      namespace,
    );
    if (namespaces.read && namespaces.value.length === 0) {
      return answer('other', text`Cluster ${code(reader.cluster)} has no namespace ${code(namespace)}.`, {
        parts: [list([plain('See all: list -A')])],
        problem: { code: 'bad-request' },
      });
    }
  }
  const flags = `--cluster ${cluster}${namespace === undefined ? '' : ` -n ${namespace}`}`;
  return answer(
    'other',
    text`Cluster ${code(reader.cluster)}${namespace === undefined ? '' : text`, namespace ${code(namespace)}`} can be read.`,
    {
      parts: [
        list([
          text`In the terminal kubectl's own context is the default: ${code(`kubectl config use-context ${cluster}`)}${namespace === undefined ? '' : text` and ${code(`kubectl config set-context --current --namespace=${namespace}`)}`}.`,
          text`Or name them each time: ${code(`list ${flags}`)}.`,
        ]),
      ],
    },
  );
}
