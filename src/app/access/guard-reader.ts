import { observed } from '../../core/model/observed.ts';
import type { Reader } from '../../core/model/reader.ts';
import { Problem } from '../../core/problem/problem.ts';
import type { Clusters } from '../clusters.ts';
import type { Access, ClusterAccess } from './access.ts';
import type { AccessVerb } from '../../core/access/access-rule.ts';
import { guardSnapshot } from './guard-snapshot.ts';

/** A Reader that reads for somebody, with the Reader behind it. */
interface GuardedReader extends Reader {
  readonly behind: Reader;
  readonly access: ClusterAccess;
}

/** The clusters as somebody may read them with this verb. */
export function guardClusters(clusters: Clusters, access: Access, verb: AccessVerb): Clusters {
  return {
    ...clusters,
    // Names may change while it runs.
    get names() {
      return clusters.names;
    },
    get defaultName() {
      return clusters.defaultName;
    },
    get aliases() {
      return clusters.aliases ?? new Map<string, string>();
    },
    async open(name) {
      const here = access.at(name, verb);
      here.enter();
      return guardReader(forPerson(await clusters.open(name), access.as), here);
    },
  };
}

/** Never the account of k8s-svc in place of the person. */
function forPerson(reader: Reader, as: Access['as']): Reader {
  if (as === undefined) return reader;
  if (as instanceof Problem) throw as;
  if (reader.as !== undefined) return reader.as(as);
  throw new Problem('not-allowed', `${reader.cluster} cannot be asked in your name, and only so may it be asked.`, [
    'It is no API server: see access.impersonate in the configuration.',
  ]);
}

/** Everything that is read goes through here: what is closed is refused where it is asked for, and unread elsewhere. */
export function guardReader(reader: Reader, access: ClusterAccess): Reader {
  const { dryRun, shapes } = reader;
  // Field by field: a new way to the facts has to be decided on before it is open.
  const guarded: GuardedReader = {
    cluster: reader.cluster,
    defaultNamespace: reader.defaultNamespace,
    ...(shapes !== undefined && { shapes }),
    behind: reader,
    access,
    async read(scope, wanted, signal) {
      if (scope.kind !== 'cluster') access.ask(scope.namespace);
      return guardSnapshot(await reader.read(scope, wanted, signal), access);
    },
    async findServices(name, signal) {
      const found = await reader.findServices(name, signal);
      if (!found.read) return found;
      const shown = found.value.filter(({ metadata }) => access.shows(metadata.namespace));
      // One that others must not read of is found when it is the only one: the answer is private then.
      return observed(shown.length > 0 ? shown : found.value.filter(({ metadata }) => access.allows(metadata.namespace)));
    },
    ...(dryRun === undefined
      ? {}
      : {
          dryRun: async (object, namespace, signal) => {
            access.ask(object.metadata.namespace ?? namespace);
            return dryRun(object, namespace, signal);
          },
        }),
  };
  return guarded;
}

/** The request names this namespace, whatever is read for it. Throws a not-allowed Problem when it is closed. */
export function askAbout(reader: Reader, namespace: string | undefined): void {
  if (namespace !== undefined && isGuarded(reader)) reader.access.ask(namespace);
}

/** The Reader behind a guard, for what is kept for everybody, and what may be told of it. */
export function behindGuard(reader: Reader): { readonly reader: Reader; readonly shows: (namespace: string) => boolean } {
  return isGuarded(reader)
    ? { reader: reader.behind, shows: (namespace) => reader.access.shows(namespace) }
    : { reader, shows: () => true };
}

function isGuarded(reader: Reader): reader is GuardedReader {
  return 'behind' in reader;
}
