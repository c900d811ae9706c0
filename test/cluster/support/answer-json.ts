/** What `-o json` prints, as far as these tests look at it. */
export interface AnswerJson {
  readonly intent: string;
  readonly headline: string;
  readonly text: string;
  readonly recommendation?: {
    readonly type: string;
    readonly alternatives: readonly { readonly type: string; readonly because: string }[];
    readonly trace: readonly { readonly question: string; readonly answer: string; readonly from: string }[];
  };
  readonly asks?: readonly { readonly fact: string; readonly question: string }[];
  readonly findings?: readonly FindingJson[];
  readonly skipped?: readonly { readonly check: string; readonly unread: readonly string[]; readonly grant: string }[];
  readonly manifests?: readonly { readonly name: string; readonly yaml: string; readonly proven: readonly string[] }[];
}

export interface FindingJson {
  readonly evidence?: Readonly<Record<string, unknown>>;
  readonly check: string;
  readonly severity: 'critical' | 'warning' | 'info';
  readonly role: 'root-cause' | 'symptom' | 'independent';
  readonly object: { readonly kind: string; readonly namespace?: string; readonly name: string };
  /** The Service that it harms, when `object` is another. */
  readonly service?: { readonly namespace?: string; readonly name: string };
  readonly say: string;
  readonly next: readonly { readonly say: string; readonly command?: string }[];
}
