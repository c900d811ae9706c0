import type { AccessPolicy, AccessVerb } from '../../core/access/access-rule.ts';
import { decide, decideCluster, isDenied, isPrivate, type Who } from '../../core/access/decide.ts';
import type { Impersonated } from '../../core/access/impersonated.ts';
import { SYSTEM_NAMESPACE } from '../../core/model/cluster/cluster-dns.ts';
import { Problem } from '../../core/problem/problem.ts';

/** What one request may read, and whether its answer may be read by others. */
export interface Access {
  /** As whom the API server is asked; absent: as the account of k8s-svc. A Problem when that cannot be told. */
  readonly as?: Impersonated | Problem;
  at(cluster: string, verb: AccessVerb): ClusterAccess;
  /** The request was about a namespace whose data only this person may see here. */
  isPrivate(): boolean;
}

/** The same for one cluster and one verb. */
export interface ClusterAccess {
  /** Throws a not-allowed Problem when nothing of the cluster is open. */
  enter(): void;
  /** The request is about this namespace. Throws a not-allowed Problem when it is closed. */
  ask(namespace: string): void;
  /** May be named in the answer. */
  shows(namespace: string): boolean;
  /** May be read as what a Service needs: also the system namespace, unless a rule denies it. */
  reads(namespace: string): boolean;
  /** May be asked about, whoever reads along. */
  allows(namespace: string): boolean;
}

export interface AccessOptions {
  readonly policy: AccessPolicy;
  readonly who: Who;
  /** Only this person sees the answer. */
  readonly alone: boolean;
  /** This person shows others what is private. */
  readonly shares?: boolean;
  readonly as?: Access['as'];
}

export function createAccess({ policy, who, alone, shares = false, as }: AccessOptions): Access {
  let isAlone = alone;
  let becamePrivate = false;

  function at(cluster: string, verb: AccessVerb): ClusterAccess {
    const known = new Map<string, boolean>();
    const allows = (namespace: string) => {
      const found = known.get(namespace) ?? decide(policy, who, { verb, cluster, namespace }) === 'allowed';
      known.set(namespace, found);
      return found;
    };
    const keepsPrivate = (namespace: string) =>
      isPrivate(policy, who.channelId, { cluster, namespace }) &&
      !(shares && decide(policy, who, { verb: 'share', cluster, namespace }) === 'allowed');
    const shows = (namespace: string) => allows(namespace) && (isAlone || !keepsPrivate(namespace));
    return {
      enter() {
        if (decideCluster(policy, who, { verb, cluster }) !== 'allowed') throw refused(`Cluster ${cluster}`, verb);
      },
      ask(namespace) {
        if (!allows(namespace)) throw refused(`Cluster ${cluster}, namespace ${namespace}`, verb);
        if (isAlone || !keepsPrivate(namespace)) return;
        if (shares) throw notShared(cluster, namespace);
        isAlone = true;
        becamePrivate = true;
      },
      allows,
      shows,
      reads: (namespace) =>
        shows(namespace) ||
        (namespace === SYSTEM_NAMESPACE &&
          !isDenied(policy, who, { verb, cluster, namespace }) &&
          (isAlone || !keepsPrivate(namespace))),
    };
  }

  function refused(what: string, verb: AccessVerb): Problem {
    return new Problem('not-allowed', `${what} is not open to you here (${verb}).`, [
      `Missing: a rule that allows it for you (${who.userId}) or this channel (${who.channelId}).`,
      contactOf(policy),
    ]);
  }

  function notShared(cluster: string, namespace: string): Problem {
    return new Problem(
      'not-allowed',
      `Cluster ${cluster}, namespace ${namespace} is private: it is not shown in a channel that has no rule for it.`,
      [
        `Missing: a rule with the verb share for you (${who.userId}), or one for this channel (${who.channelId}).`,
        contactOf(policy),
      ],
    );
  }

  return { at, isPrivate: () => becamePrivate, ...(as !== undefined && { as }) };
}

/** Whom to ask for what is missing. */
export function contactOf({ contact }: Pick<AccessPolicy, 'contact'>): string {
  return `Ask ${contact ?? 'whoever runs k8s-svc'} to open it.`;
}
