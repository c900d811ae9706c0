import type { RecommendationType } from '../answer/answer.ts';
import type { TemplateName } from '../manifest/plan.ts';
import type { Warning } from './warning.ts';

export interface Leaf {
  readonly id: string;
  readonly recommend: RecommendationType;
  /** How to name it in "Use …". */
  readonly call: string;
  /** The reason, as the rest of a sentence after a colon. */
  readonly because: string;
  /** The rejected types, nearest first, with why not. */
  readonly instead: readonly { readonly type: RecommendationType; readonly because: string }[];
  readonly template: TemplateName;
  readonly warnings: readonly Warning[];
  /** What it costs or risks, in one sentence. */
  readonly costs: string;
  readonly source: string;
}
