import type { Action, Answer, Ask } from '../../core/answer/answer.ts';
import type { ActionsElement, Button, SlackBlock } from './blocks.ts';
import { jsonLength } from './blocks.ts';
import { fromButtonValue, toButtonValue } from './button-value.ts';
import { cut, oneLine } from './clean.ts';
import { limits } from './limits.ts';
import { noteOf } from './parts/note.ts';
import { leaves, richTextBlocks, section } from './rich-text.ts';

/** Names of the buttons, as `action_id` has them before the first dot. The listeners match on these. */
export const actionIds = {
  run: 'run',
  choose: 'choose',
  share: 'share',
  picture: 'picture',
  watch: 'watch',
  feedback: 'feedback',
  change: 'change',
  file: 'file',
  form: 'form',
} as const;

/** All buttons of one message together; the rest of the message budget is for the words. The question goes first. */
const buttonsJson = 6_500;
const askJson = 5_000;

/** Requests in words behind the buttons that every answer of a kind has. */
interface OwnButtons {
  readonly change?: string;
  readonly file?: string;
  readonly share?: string;
}

/** The question that decides (one at a time), then the buttons. The first that has room carries `state` with its request. */
export function renderButtons(
  answer: Pick<Answer, 'asks' | 'actions'>,
  ours: OwnButtons,
  state?: Readonly<Record<string, unknown>>,
): readonly SlackBlock[] {
  const asks = (answer.asks ?? []).slice(0, 1).flatMap(renderAsk);
  const room = Math.max(0, buttonsJson - jsonLength(asks));
  return withState([...asks, ...renderActions(answer.actions, ours, room)], state);
}

function withState(blocks: readonly SlackBlock[], state: Readonly<Record<string, unknown>> | undefined): readonly SlackBlock[] {
  if (state === undefined) return blocks;
  let placed = false;
  const carry = <E extends ActionsElement>(one: E): E => {
    if (one.type !== 'button') return one;
    const request = fromButtonValue(one.value);
    const value = placed || request === undefined ? undefined : toButtonValue(request, state);
    if (value === undefined) return one;
    placed = true;
    return { ...one, value };
  };
  return blocks.map((block) => (block.type === 'actions' ? { ...block, elements: block.elements.map(carry) } : block));
}

/** The buttons of an answer: run something further, change its manifest or take it as a file, share a private answer. */
function renderActions(actions: readonly Action[], { change, file, share }: OwnButtons, room: number): readonly SlackBlock[] {
  const buttons = actions.map((one, index) =>
    button(one.draws === undefined ? `${actionIds.run}.${index}` : actionIds.picture, one.label, one.request, one.style),
  );
  const own = [
    ...(change === undefined ? [] : [button(actionIds.change, 'Change it', change)]),
    ...(file === undefined ? [] : [button(actionIds.file, 'As file', file)]),
    ...(share === undefined ? [] : [button(actionIds.share, 'Share here', share)]),
  ];
  // Ours come first so that they always fit, and stand last.
  const { fit } = fitting([...own, ...buttons], room);
  if (fit.length === 0) return [];
  const isOwn = (one: Button) => own.includes(one);
  return [{ type: 'actions', elements: [...fit.filter((one) => !isOwn(one)), ...fit.filter(isOwn)] }];
}

/** The question that decides, one button an option. What does not fit into buttons is listed to be typed. */
function renderAsk(ask: Ask, index: number): readonly SlackBlock[] {
  const question = richTextBlocks([section(leaves([{ is: 'strong', value: cut(oneLine(ask.question), 400) }]))]);
  const buttons = ask.options.map((one, at) => button(`${actionIds.choose}.${index}.${at}`, one.label, one.request));
  const { fit, left } = fitting(buttons, askJson);
  const labels = left.map((at) => oneLine(ask.options[at]?.label ?? '')).filter((label) => label !== '');
  return [
    ...question,
    ...(fit.length === 0 ? [] : [{ type: 'actions' as const, elements: [...fit] }]),
    ...(labels.length === 0
      ? []
      : noteOf(cut(`${fit.length === 0 ? 'Answer with' : 'Or answer with'}: ${labels.join(', ')}`, 400)).blocks),
  ];
}

function button(actionId: string, label: string, request: string, style?: 'primary'): Button | undefined {
  const value = toButtonValue(request);
  const text = cut(oneLine(label), limits.buttonText);
  if (value === undefined || text === '') return undefined;
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text, emoji: false },
    value,
    ...(style === undefined ? {} : { style }),
  };
}

/** The buttons that fit into `room`, and the places of those that do not. */
function fitting(buttons: readonly (Button | undefined)[], room: number): { fit: Button[]; left: number[] } {
  const fit: Button[] = [];
  const left: number[] = [];
  let free = room;
  buttons.forEach((one, index) => {
    const length = one === undefined ? Number.POSITIVE_INFINITY : jsonLength(one) + 1;
    if (one === undefined || length > free || fit.length === limits.actionsElements) {
      left.push(index);
      return;
    }
    free -= length;
    fit.push(one);
  });
  return { fit, left };
}
