import { DNS_PODS, SYSTEM_NAMESPACE } from '../../core/model/cluster/cluster-dns.ts';
import { unread } from '../../core/model/observed.ts';
import type { ResourceName } from '../../core/model/resources.ts';
import { formatSelector } from '../../core/model/selectors/selector.ts';
import type { Scope } from '../../core/model/snapshot.ts';
import { systemResources } from './around.ts';
import type { FirstWave, List, ListCall } from './list-call.ts';
import { systemDeploymentsMatter, systemPodsMatter } from './what-matters.ts';

/** What was read of kube-system beside the scope. */
export interface SystemLists {
  /** By resource, the list of the whole namespace. */
  readonly lists: ReadonlyMap<ResourceName, List>;
  /** Of the pods only those of the DNS; undefined where pods are not wanted. */
  readonly dnsPods: List<'pods'> | undefined;
}

/** What shows whether the DNS and the proxy work that every Service needs. */
export async function systemLists(
  list: ListCall,
  scope: Scope,
  wanted: readonly ResourceName[],
  signal: AbortSignal,
): Promise<SystemLists> {
  const system = systemResources(scope, wanted);
  const withPods = system.includes('pods');
  const atOnce = system.filter((one) => one !== 'pods' && one !== 'deployments');
  const [lists, dnsPods] = await Promise.all([
    Promise.all(atOnce.map(async (one) => [one, (await list(one, { namespace: SYSTEM_NAMESPACE }, signal)) as List] as const)),
    withPods
      ? list('pods', { namespace: SYSTEM_NAMESPACE, labelSelector: formatSelector(DNS_PODS) }, signal)
      : Promise.resolve(undefined),
  ]);
  return { lists: new Map(lists), dnsPods };
}

/** The rest of it, where those show that something may be wrong there. */
export async function moreOfSystem(
  list: ListCall,
  scope: Scope,
  wanted: readonly ResourceName[],
  { lists, dnsPods }: SystemLists,
  first: FirstWave,
  signal: AbortSignal,
): Promise<ReadonlyMap<ResourceName, List>> {
  if (dnsPods === undefined) return lists;
  const podsMatter = systemPodsMatter(first, dnsPods, lists.get('daemonsets') as List<'daemonsets'> | undefined);
  const deploymentsMatter = systemDeploymentsMatter(dnsPods) && systemResources(scope, wanted).includes('deployments');
  const within = { namespace: SYSTEM_NAMESPACE };
  const [pods, deployments] = await Promise.all([
    // What may not be read narrowly may not be read wholly.
    !podsMatter ? unread('pods', 'cannot-matter', SYSTEM_NAMESPACE) : dnsPods.read ? list('pods', within, signal) : dnsPods,
    deploymentsMatter ? list('deployments', within, signal) : undefined,
  ]);
  return new Map<ResourceName, List>([
    ...lists,
    ['pods', pods],
    ...(deployments === undefined ? [] : [['deployments', deployments] as const]),
  ]);
}
