import type { RecommendationType } from '../answer/answer.ts';
import { leafById, questionById, root } from './all.ts';
import type { Known } from './known.ts';
import type { Leaf } from './leaf.ts';
import type { Question } from './question.ts';

/** The tree's own assumptions are good ones: similar questions must speak clearly against them. */
const forTheTree = 5;

interface Path {
  readonly leaf: Leaf;
  /** The answers that were open, by question id. */
  readonly open: Readonly<Record<string, string>>;
}

/**
 * The answers to open questions that lead to the type which similar questions got, or undefined when the tree's own
 * assumptions do. What is said or read from the cluster is never answered differently. `asks` says that the tree would ask
 * first.
 */
export function likeliest(known: Known, assumed: Leaf, asks: boolean): Readonly<Record<string, string>> | undefined {
  const { likely, asked } = known.hints;
  if (likely === undefined || likely.size === 0 || asked !== undefined) return undefined;
  const of = (type: RecommendationType | 'ask') => likely.get(type) ?? Number.NEGATIVE_INFINITY;
  const stay = (asks ? Math.max(of('ask'), of(assumed.recommend) - forTheTree) : of(assumed.recommend)) + forTheTree;
  let best: Path | undefined;
  for (const path of paths(root, known, {})) {
    if (path.leaf.recommend === assumed.recommend && !asks) continue;
    if (of(path.leaf.recommend) > Math.max(stay, best === undefined ? stay : of(best.leaf.recommend))) best = path;
  }
  return best?.open;
}

/** Every way through the tree that what is known leaves open, the tree's own assumptions first. */
function* paths(question: Question, known: Known, open: Readonly<Record<string, string>>): Generator<Path> {
  const read = question.read(known);
  const settled = read !== undefined && read.from !== 'default';
  const usual = read?.value ?? question.assume(known)?.value;
  const options = settled
    ? question.options.filter((option) => option.value === read.value)
    : [...question.options].sort((a, b) => Number(b.value === usual) - Number(a.value === usual));
  for (const option of options) {
    const answers = settled ? open : { ...open, [question.id]: option.value };
    const leaf = leafById(option.next);
    const next = questionById(option.next);
    if (leaf !== undefined) yield { leaf, open: answers };
    else if (next !== undefined) yield* paths(next, known, answers);
  }
}
