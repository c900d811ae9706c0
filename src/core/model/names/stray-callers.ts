import type { Pod, PodSpec } from '../kinds/pod.ts';
import type { ObjectRef } from '../kinds/meta.ts';
import type { Service } from '../kinds/service.ts';
import type { Lookup } from '../lookup.ts';
import { isLive } from '../pods/pod-state.ts';
import { topOwner } from '../workloads/top-owner.ts';
import { usedNames, type UsedName } from './used-names.ts';

/** Pods of one workload whose DNS settings keep them from finding Services that they name. */
export interface StrayCaller {
  readonly owner: ObjectRef;
  readonly pods: readonly Pod[];
  /** Fields and values that are at fault. */
  readonly settings: Readonly<Record<string, string | number>>;
  /** A sentence part: "has hostNetwork with dnsPolicy ClusterFirst, so that it asks the node's resolver". */
  readonly say: string;
  /** What puts it right, for the pod template's spec. */
  readonly fix: Readonly<Record<string, unknown>>;
  readonly uses: readonly UsedName[];
}

type Settings = Pick<StrayCaller, 'settings' | 'say' | 'fix'>;

/** Of one namespace. `dnsAddress` is the cluster IP of kube-dns, where it is known. */
export function strayCallers(
  pods: readonly Pod[],
  find: Lookup<Service>,
  dnsAddresses: readonly string[],
): readonly StrayCaller[] {
  // Nearly all pods have the usual settings, and to group them is most of the work.
  if (!pods.some(({ spec }) => isUnusual(spec))) return [];
  const groups = Map.groupBy(pods.filter(isLive), (pod) => {
    const { kind, name } = topOwner(pod);
    return `${kind}/${name}`;
  });
  return [...groups.values()].flatMap((group): readonly StrayCaller[] => {
    const [first] = group;
    if (first === undefined || !isUnusual(first.spec)) return [];
    const uses = usedNames(first.spec, first.metadata.namespace, find);
    const settings = settingsAtFault(first.spec, uses, dnsAddresses);
    if (settings === undefined || uses.length === 0) return [];
    const same = group.filter((pod) => isUnusual(pod.spec));
    return [{ owner: topOwner(first), pods: same, uses, ...settings }];
  });
}

function isUnusual({ hostNetwork, dnsPolicy, dnsConfig }: PodSpec): boolean {
  return hostNetwork || dnsPolicy === 'Default' || dnsPolicy === 'None' || dnsConfig.ndots !== undefined;
}

/** Source: kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy */
function settingsAtFault(spec: PodSpec, uses: readonly UsedName[], dnsAddresses: readonly string[]): Settings | undefined {
  const { hostNetwork, dnsPolicy, dnsConfig } = spec;
  const right = { dnsPolicy: hostNetwork ? 'ClusterFirstWithHostNet' : 'ClusterFirst' };
  const asksCluster = dnsConfig.nameservers.some((one) => dnsAddresses.includes(one) || one.startsWith('169.254.'));
  if (hostNetwork && dnsPolicy === 'ClusterFirst' && !asksCluster) {
    return {
      settings: { 'spec.hostNetwork': 'true', 'spec.dnsPolicy': dnsPolicy },
      say: 'run on the host network with dnsPolicy ClusterFirst, which then means the resolver of the node',
      fix: right,
    };
  }
  if (dnsPolicy === 'Default' && !asksCluster) {
    return {
      settings: { 'spec.dnsPolicy': dnsPolicy },
      say: 'have dnsPolicy Default, which is the resolver of the node and not the default of Kubernetes',
      fix: right,
    };
  }
  if (dnsPolicy === 'None' && (!asksCluster || dnsConfig.searches.length === 0)) {
    // Without knowing the cluster's address nobody can say that these servers are others.
    if (dnsAddresses.length === 0 && dnsConfig.searches.length > 0) return undefined;
    if (asksCluster && uses.every((one) => /\.svc\.\w/u.test(one.host))) return undefined;
    return {
      settings: {
        'spec.dnsPolicy': dnsPolicy,
        'spec.dnsConfig.nameservers': dnsConfig.nameservers.join(', ') || 'none',
        'spec.dnsConfig.searches': dnsConfig.searches.join(', ') || 'none',
      },
      say: asksCluster
        ? 'have dnsPolicy None without search domains, so that short names are not completed'
        : 'have dnsPolicy None with name servers that do not know the cluster',
      fix: { dnsPolicy: right.dnsPolicy, dnsConfig: null },
    };
  }
  const { ndots } = dnsConfig;
  const short = uses.find((one) => ndots !== undefined && isNotSearched(one.host, ndots));
  if (ndots === undefined || short === undefined || (hostNetwork && dnsPolicy === 'ClusterFirst')) return undefined;
  return {
    settings: { 'spec.dnsConfig.options ndots': ndots },
    say: `have ndots ${ndots}, so that ${short.host} is taken for a whole name and not completed with the cluster's domains`,
    fix: { dnsConfig: { options: [{ name: 'ndots', value: '5' }] } },
  };
}

/** A name with as many dots as ndots is asked as it is first, and by some resolvers (musl) only so. */
function isNotSearched(host: string, ndots: number): boolean {
  const dots = host.split('.').length - 1;
  return !host.endsWith('.') && dots >= ndots && dots <= 2 && !/\.svc\.\w/u.test(host);
}
