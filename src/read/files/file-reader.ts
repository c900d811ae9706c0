import { buildSnapshot } from '../../core/model/build-snapshot.ts';
import type { Reader } from '../../core/model/reader.ts';
import type { Scope } from '../../core/model/snapshot.ts';
import { Problem } from '../../core/problem/problem.ts';
import { listsOfDump } from './file-snapshot.ts';
import { newestTime } from './newest-time.ts';
import { parseDump, type DumpText } from './parse-dump.ts';

export interface FileReaderOptions {
  readonly files: readonly DumpText[];
  /** What the cluster is called in answers; default: the names of the files. */
  readonly cluster?: string;
  /** The clock for ages, in epoch milliseconds; default: the newest time in the dump. */
  readonly now?: number;
  /** Take files without Services and workloads too: what a person pasted may hold an Ingress alone. */
  readonly anything?: boolean;
}

/**
 * A Reader over what kubectl printed. Everything is parsed here, once. Throws a bad-request Problem for what is not a
 * dump, and for one without Services: nothing could be said about it.
 */
export function createFileReader({ files, cluster, now, anything = false }: FileReaderOptions): Reader {
  const objects = files.flatMap(parseDump);
  const lists = listsOfDump(objects);
  const name = cluster ?? files.map((file) => file.name).join(', ');
  if (
    !anything &&
    lists.services.everywhere?.read === true &&
    lists.services.everywhere.value.length === 0 &&
    !hasWorkloads(lists)
  ) {
    throw new Problem('bad-request', `${name} has no Services in it (${objects.length} other objects).`, [
      'Was `svc` among the kinds? For example: kubectl get svc,endpointslices,po,deploy,rs,sts,ds,ev -n NAMESPACE -o yaml',
    ]);
  }
  const takenAt = now ?? newestTime(objects) ?? 0;
  const snapshotOf = (scope: Scope) => buildSnapshot({ cluster: name, scope, takenAt, lists });
  return {
    cluster: name,
    defaultNamespace: undefined,
    read: (scope) => Promise.resolve(snapshotOf(scope)),
    findServices: (service) => Promise.resolve(snapshotOf({ kind: 'cluster' }).servicesNamed(service)),
  };
}

const workloads = [
  'deployments',
  'statefulsets',
  'daemonsets',
  'replicasets',
  'replicationcontrollers',
  'jobs',
  'cronjobs',
  'pods',
] as const;

/** A dump of workloads alone is still good for `expose`, `manifest` and `reach`. */
function hasWorkloads(lists: ReturnType<typeof listsOfDump>): boolean {
  return workloads.some((resource) => {
    const all = lists[resource].everywhere;
    return all?.read === true && all.value.length > 0;
  });
}
