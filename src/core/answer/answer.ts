import type { AskedFacts, FactName } from '../ask/asked-facts.ts';
import type { ObjectRef } from '../model/kinds/meta.ts';
import type { TrafficPicture } from '../picture/traffic-picture.ts';
import type { Part } from './part.ts';
import type { Text } from './text.ts';

export const intents = [
  'decide',
  'explain',
  'manifest',
  'triage',
  'scan',
  'list',
  'concept',
  'review',
  'reach',
  'smalltalk',
  'other',
] as const;
export type Intent = (typeof intents)[number];

export type Severity = 'critical' | 'warning' | 'info';
export type Role = 'root-cause' | 'symptom' | 'independent';

/** What can be recommended; the last four stand beside the Service types. */
export type RecommendationType =
  | 'ClusterIP'
  | 'NodePort'
  | 'LoadBalancer'
  | 'LoadBalancer-internal'
  | 'ExternalName'
  | 'Headless'
  | 'Ingress-or-Gateway'
  | 'selectorless-Service'
  | 'port-forward';

/** One step that the person can take, first step first. `command` can be copied as it is. */
export interface NextStep {
  readonly say: Text;
  readonly command?: string;
}

export interface Finding {
  /** Set in an answer about several clusters. */
  readonly cluster?: string;
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  readonly role: Role;
  /** The check whose finding explains this one. */
  readonly explainedBy?: string;
  readonly object: ObjectRef;
  /** The Service in whose triage it was found, when `object` is something else (its node, an Ingress before it). */
  readonly service?: ObjectRef;
  readonly say: Text;
  /** Values by API path, or by a short name where no single field holds it. */
  readonly evidence: Readonly<Record<string, string | number | boolean>>;
  readonly next: readonly NextStep[];
  readonly source: string;
}

/** A finding that an annotation on the Service, or the configuration, silences: counted and told, but no cause for alarm. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: 'annotation' | 'config';
  /** Why, in the words of whoever put the annotation there. */
  readonly reason?: string;
}

/** An object that was judged, with its heaviest finding above info; 'unknown' when there is none but some check could not run. */
export interface Judged {
  /** Set in an answer about several clusters. */
  readonly cluster?: string;
  readonly object: ObjectRef;
  readonly status: Severity | 'ok' | 'unknown';
}

/** A finding as the JSON of an earlier answer has it. */
export type EarlierFinding = Pick<Finding, 'check' | 'title' | 'severity' | 'role' | 'explainedBy' | 'object' | 'service'> & {
  readonly say: string;
};

/** What an earlier scan found, to compare with. */
export interface EarlierScan {
  /** Absent when that scan read no cluster. */
  readonly cluster?: string;
  readonly findings: readonly EarlierFinding[];
}

/** A scan beside an earlier one. Every finding of both is in exactly one of the lists. */
export interface Comparison {
  /** Found now and not then, or heavier than it was. */
  readonly new: readonly Finding[];
  readonly unchanged: readonly Finding[];
  readonly fixed: readonly EarlierFinding[];
  /** Found then; of now nothing can be said: the check could not run, is suppressed, or its namespace was not scanned. */
  readonly unknown: readonly EarlierFinding[];
}

/** How one of several clusters is; 'unread' when nothing of it could be read, and then why. */
export interface ClusterState {
  readonly cluster: string;
  readonly status: Severity | 'ok' | 'unread';
  /** One sentence. */
  readonly say: Text;
  readonly problem?: { readonly code: string };
}

/** A check that could not run, and the permission (or file) that would let it. */
export interface SkippedCheck {
  /** Set in an answer about several clusters. */
  readonly cluster?: string;
  readonly check: string;
  readonly unread: readonly string[];
  readonly grant: string;
}

export interface TraceStep {
  readonly question: string;
  readonly answer: string;
  readonly from: 'text' | 'cluster' | 'person' | 'default';
}

export interface Recommendation {
  readonly type: RecommendationType;
  readonly alternatives: readonly { readonly type: RecommendationType; readonly because: string }[];
  readonly trace: readonly TraceStep[];
}

/** The one question that decides. An option's `request` is what to run when it is chosen, in the words of the grammar. */
export interface Ask {
  readonly fact: FactName;
  readonly question: string;
  readonly options: readonly { readonly label: string; readonly value: string; readonly request: string }[];
}

export interface Manifest {
  /** File name, for example `web-service.yaml`. */
  readonly name: string;
  readonly yaml: string;
  /** What ran and passed before it was shown. */
  readonly proven: readonly ('schema' | 'checks' | 'dry-run')[];
}

export interface ReachEntry {
  readonly from: ReachEnd;
  readonly to: ReachEnd;
  /** `TCP 80`, `TCP 8000-8100`, or `all`. */
  readonly ports: readonly string[];
  readonly verdict: 'allowed' | 'blocked' | 'unknown';
  readonly decidedBy: string;
}

/** A workload (pods count as their top owner), any pod of a namespace, or addresses outside. */
export type ReachEnd = ObjectRef | { readonly kind: 'External'; readonly cidr: string };

/** A button, or in the terminal a line to type: `request` is in the words of the grammar (`triage web -n shop`). */
export interface Action {
  readonly label: string;
  readonly request: string;
  readonly style?: 'primary';
  /** What it is for is the picture of that answer; a name for the file. */
  readonly draws?: string;
}

/**
 * What k8s-svc says, for every medium: the words as parts, and the same as data. Renderers take it whole;
 * `src/render/json` turns it into the published contract.
 */
export interface Answer {
  readonly intent: Intent;
  readonly headline: Text;
  /** What the headline's sign shows: the worst severity, 'ok' when healthy, undefined when it is no judgement. */
  readonly status?: Severity | 'ok';
  readonly parts: readonly Part[];
  readonly actions: readonly Action[];
  readonly facts?: AskedFacts;
  readonly recommendation?: Recommendation;
  readonly asks?: readonly Ask[];
  readonly topic?: string;
  readonly findings?: readonly Finding[];
  readonly skipped?: readonly SkippedCheck[];
  /** Not among `findings`. */
  readonly suppressed?: readonly SuppressedFinding[];
  /** What triage and scan looked at. */
  readonly judged?: readonly Judged[];
  /** Set when a scan was compared with an earlier one. */
  readonly since?: Comparison;
  readonly reach?: readonly ReachEntry[];
  readonly manifests?: readonly Manifest[];
  /** The traffic path of the Service that the answer is about; explain and triage of one Service have it. */
  readonly picture?: TrafficPicture;
  /** Set when the request could not be done: decides the exit code and keeps the answer private in Slack. */
  readonly problem?: { readonly code: string };
  /** What was read, for the footer: cluster and time. Absent when no cluster was read. */
  readonly read?: { readonly cluster: string; readonly at: number };
  /** The cluster that was asked, when nothing of it was read. */
  readonly asked?: string;
  /** Set in an answer about several clusters, the worst first: what is said of each. */
  readonly clusters?: readonly ClusterState[];
}
