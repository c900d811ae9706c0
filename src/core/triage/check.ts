import type { NextStep, Severity } from '../answer/answer.ts';
import type { Text } from '../answer/text.ts';
import type { FieldChange } from '../manifest/changes/service-changes.ts';
import type { ManifestObject } from '../manifest/kubernetes-object.ts';
import type { Fault } from '../manifest/validate-manifest.ts';
import type { ObjectRef } from '../model/kinds/meta.ts';
import type { UnreadResource } from '../model/observed.ts';
import type { FactName, Facts } from './facts/facts.ts';

/** The order in which causes of equal weight are named first. */
export const themes = [
  'scope',
  'selector',
  'ports',
  'workload',
  'pods',
  'endpoints',
  'ip',
  'load-balancer',
  'policy',
  'network-policy',
  'gateway',
  'ingress',
  'stateful',
  'external-name',
  'cluster',
  'note',
] as const;

export type Theme = (typeof themes)[number];

/**
 * cause: may be a headline · symptom: a headline only when nothing present explains it · note: never a headline while
 * a cause or symptom is there.
 */
export type CheckKind = 'cause' | 'symptom' | 'note';

/** What a check found; the runner adds id, title, severity and role. */
export interface Draft {
  /** One sentence with the object and the field. */
  readonly say: Text;
  /** Values by API path. */
  readonly evidence: Readonly<Record<string, string | number | boolean>>;
  /** First step first. */
  readonly next: readonly NextStep[];
  /** When it differs from the check's own ("critical when no other pod is ready, else warning"). */
  readonly severity?: Severity;
  /** The object at fault when it is not the Service. */
  readonly object?: ObjectRef;
  /**
   * Names of the pods that this finding is about. A cause explains a symptom only as far as it covers the symptom's
   * pods; without pods it covers them all. A finding about an object beside the Services (an Ingress, a route) names
   * that object here, by `coverKey`: what is wrong with one Ingress does not explain another.
   */
  readonly pods?: readonly string[];
}

/** What every check gets whatever it needs. */
export interface Given {
  readonly target: { readonly namespace: string; readonly name: string };
  /** The clock for ages, in epoch milliseconds. */
  readonly now: number;
  /** One Service was asked about; false in a scan. */
  readonly alone: boolean;
  /** An object that is being written, with what the API server would refuse in it; absent for what was read. */
  readonly draft?: DraftedObject;
  /** What the checks before it came to; complete only for a check with `last`. */
  readonly sofar: SoFar;
}

export interface DraftedObject {
  readonly object: ManifestObject;
  readonly faults: readonly Fault[];
  /** What it would change in the object of its name; absent when there is none. */
  readonly changes?: readonly FieldChange[];
}

export interface SoFar {
  readonly skipped: readonly { readonly check: string; readonly unread: readonly UnreadResource[] }[];
  /** True when a cause or symptom of severity critical or warning was found. */
  readonly trouble: boolean;
}

export interface CheckInfo {
  readonly id: string;
  readonly title: string;
  readonly theme: Theme;
  /** critical: traffic does not arrive · warning: it will not, when … · info: hygiene. */
  readonly severity: Severity;
  readonly kind: CheckKind;
  /** Ids of the checks whose findings this one explains. */
  readonly explains: readonly string[];
  /** Without these it does not run and is skipped, never clear. */
  readonly needs: readonly FactName[];
  /** Makes the finding better but is not required. */
  readonly uses: readonly FactName[];
  /** Official page (or the product's) that says so. */
  readonly source: string;
  /** One or two sentences: what is looked for, in API fields, and when it stays silent. */
  readonly detects: string;
  /** Runs when the Service asked for does not exist. */
  readonly whenMissing: boolean;
  /** Runs only when one Service was asked about, not in a scan. */
  readonly onlyAlone: boolean;
  /**
   * What it speaks about. 'service' (the default): runs for each Service. 'namespace': about objects beside the Services
   * (an Ingress, a route); runs once a namespace in a scan, and in the triage of one Service on those that lead to it.
   * 'both': for each Service what concerns it, and once a namespace (target.name '') what concerns none of them.
   */
  readonly about: 'service' | 'namespace' | 'both';
  /** Runs after the others, because it speaks about what they came to. */
  readonly last: boolean;
  /** Looks at manifests that are being written: what was read from a cluster has been accepted. */
  readonly drafted: boolean;
}

export interface Check extends CheckInfo {
  find(facts: Given & Partial<Facts>): readonly Draft[];
}

interface Definition<N extends FactName, U extends FactName> extends Omit<
  CheckInfo,
  'needs' | 'uses' | 'whenMissing' | 'onlyAlone' | 'last' | 'about' | 'drafted'
> {
  readonly needs: readonly N[];
  readonly uses?: readonly U[];
  readonly whenMissing?: boolean;
  readonly onlyAlone?: boolean;
  readonly last?: boolean;
  readonly drafted?: boolean;
  readonly about?: 'service' | 'namespace' | 'both';
  /** Reading anything that is not in `needs` (or, possibly undefined, in `uses`) does not compile. */
  find(facts: Given & Pick<Facts, N> & Partial<Pick<Facts, U>>): readonly Draft[];
}

export function defineCheck<const N extends FactName, const U extends FactName = never>(definition: Definition<N, U>): Check {
  return {
    uses: [],
    whenMissing: false,
    onlyAlone: false,
    last: false,
    drafted: false,
    about: 'service',
    ...definition,
    // The runner hands over the facts of `needs` and those of `uses` that were read.
    find: (facts) => definition.find(facts as Given & Pick<Facts, N> & Partial<Pick<Facts, U>>),
  };
}
