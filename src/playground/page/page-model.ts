import type { Node } from './draw/node.ts';

/** What the browser is told: everything already drawn, every text still a text. */
export interface PageMessage {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly author: { readonly id: string; readonly name: string; readonly isApp: boolean; readonly face: string };
  /** Epoch milliseconds. */
  readonly at: number;
  readonly body: readonly Node[];
  readonly files: readonly PageFile[];
  readonly reactions: readonly { readonly sign: string; readonly count: number }[];
  readonly edited: boolean;
  /** Only this person sees it. */
  readonly isEphemeral: boolean;
}

export interface PageFile {
  readonly title: string;
  readonly url: string;
  readonly kind: string;
  /** The first lines of a text file. */
  readonly preview: string;
  readonly moreLines: number;
}

export interface PageView {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly close: string;
  readonly body: readonly Node[];
}

export interface PageChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly topic: string;
  /** Whether k8s-svc is a member. */
  readonly hasApp: boolean;
}

/** What can be broken here, which Slack does not have. */
export interface PageSwitches {
  readonly faults: readonly { readonly id: string; readonly title: string; readonly on: boolean }[];
  /** Calls of the app that will meet a trouble. */
  readonly troubles: number;
}

export interface PageState {
  readonly team: string;
  readonly cluster: string;
  readonly me: { readonly id: string; readonly name: string };
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly channels: readonly PageChannel[];
  readonly messages: readonly PageMessage[];
  readonly modals: readonly PageView[];
  readonly home: PageView | null;
  readonly examples: readonly { readonly label: string; readonly command: string }[];
  readonly verbs: readonly { readonly verb: string; readonly usage: string; readonly does: string }[];
  readonly shortcuts: readonly { readonly id: string; readonly name: string }[];
  readonly switches: PageSwitches;
}

/** One line of the event stream. */
export type PageEvent =
  | { readonly type: 'state'; readonly state: PageState }
  | { readonly type: 'message'; readonly message: PageMessage }
  | { readonly type: 'channel'; readonly channel: PageChannel }
  | { readonly type: 'switches'; readonly switches: PageSwitches }
  | { readonly type: 'gone'; readonly channel: string; readonly ts: string }
  | { readonly type: 'modal'; readonly view: PageView }
  | { readonly type: 'modal-closed'; readonly id: string }
  | { readonly type: 'home'; readonly view: PageView };
