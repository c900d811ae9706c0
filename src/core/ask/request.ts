import type { EarlierScan, RecommendationType } from '../answer/answer.ts';
import type { AskedFacts } from './asked-facts.ts';
import type { Talk } from './talk.ts';

/** Flags that every verb takes. */
export interface Where {
  readonly cluster?: string;
}

/** A namespace, all of them, or (both absent) the default of the channel or context. */
export interface Area extends Where {
  readonly namespace?: string;
  readonly allNamespaces?: boolean;
}

/** What is written beside the Service when somebody wants it. */
export interface Beside {
  /** A NetworkPolicy that admits only pods with these labels; none: the pods of the namespace. */
  readonly admits?: Readonly<Record<string, string>>;
  /** The same client goes to the same pod. */
  readonly sticky?: true;
}

export type AskRequest = Area & Talk & { readonly verb: 'ask'; readonly text: string; readonly known: AskedFacts };
export type ExposeRequest = Area &
  Beside &
  Talk & { readonly verb: 'expose'; readonly workload: string; readonly known: AskedFacts };
export type ExplainRequest = Area & { readonly verb: 'explain'; readonly services: readonly string[] };
export type ManifestRequest = Area &
  Beside & {
    readonly verb: 'manifest';
    readonly type: RecommendationType;
    readonly workload?: string;
    readonly known: AskedFacts;
    /** Change the Service that is there instead of writing a new one. */
    readonly patch?: boolean;
  };
export type TriageRequest = Area & { readonly verb: 'triage'; readonly service: string; readonly why: boolean };
export type ScanRequest = Area & {
  readonly verb: 'scan';
  /** Each of them, in place of one. */
  readonly allClusters?: boolean;
  /** Compare with this. Data that has no words in the grammar: the terminal reads it from a file. */
  readonly since?: EarlierScan;
};
export type ListRequest = Area & { readonly verb: 'list'; readonly type?: string };
export type ReachRequest = Area & {
  readonly verb: 'reach';
  /** Both absent: every allowed connection. */
  readonly from?: string;
  readonly to?: string;
};
export type WatchRequest = Area & { readonly verb: 'watch'; readonly service: string };
export type ReviewRequest = Area & { readonly verb: 'review'; readonly text: string };
export type HelpRequest = Where & { readonly verb: 'help'; readonly about?: string };
export type UseRequest = Where & { readonly verb: 'use'; readonly target: string };

/** What a person wants, however they typed it: the slash command, a mention, a button and the terminal all end here. */
export type Request =
  | AskRequest
  | ExposeRequest
  | ExplainRequest
  | ManifestRequest
  | TriageRequest
  | ScanRequest
  | ListRequest
  | ReachRequest
  | WatchRequest
  | ReviewRequest
  | HelpRequest
  | UseRequest;

export type Verb = Request['verb'];
