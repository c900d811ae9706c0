import { jsonLength, type SlackBlock } from './blocks.ts';
import { limits } from './limits.ts';
import type { Surface } from './check-blocks.ts';
import { noteOf } from './parts/note.ts';

/** A first message with further ones; a view is one page. */
const furtherMessages: Readonly<Record<Surface, number>> = { message: 3, home: 0, modal: 0 };
/** A view's limit is in bytes, of which a character has up to three. */
const viewJson = limits.viewJson / 3;
/** Room for the sentence that says where the rest is. */
const noteJson = 300;

export interface Packed {
  readonly first: readonly SlackBlock[];
  readonly further: readonly (readonly SlackBlock[])[];
  /** What fits into none of them. */
  readonly left: readonly SlackBlock[];
}

/**
 * Lays blocks out over messages in their order: the head opens the first one and the tail (question, buttons, footer)
 * closes it, so that these are never pushed away by a long body.
 */
export function pack(
  head: readonly SlackBlock[],
  body: readonly SlackBlock[],
  tail: readonly SlackBlock[],
  surface: Surface,
): Packed {
  const whole = [...head, ...body, ...tail];
  if (fits(whole, surface, 0)) return { first: whole, further: [], left: [] };

  let rest = body;
  const take = (fixed: readonly SlackBlock[]): readonly SlackBlock[] => {
    let count = 0;
    while (count < rest.length && fits([...fixed, ...rest.slice(0, count + 1)], surface, noteJson)) count += 1;
    const taken = rest.slice(0, count);
    rest = rest.slice(count);
    return taken;
  };
  const opening = take([...head, ...tail]);
  const further: (readonly SlackBlock[])[] = [];
  while (rest.length > 0 && further.length < furtherMessages[surface]) further.push(take([]));
  const say = further.length > 0 ? 'The rest follows in further messages.' : 'The rest does not fit here.';
  return { first: [...head, ...opening, ...noteOf(say).blocks, ...tail], further, left: rest };
}

function fits(blocks: readonly SlackBlock[], surface: Surface, reserve: number): boolean {
  const mostJson = surface === 'message' ? limits.messageJson : viewJson;
  const mostBlocks = limits.blocks[surface] - (reserve > 0 ? 1 : 0);
  return blocks.length <= mostBlocks && jsonLength(blocks) + reserve <= mostJson;
}
