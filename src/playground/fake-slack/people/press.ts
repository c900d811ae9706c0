import { messageJson, viewJson } from '../message-json.ts';
import type { Block, Json, Message, View } from '../model.ts';
import { type Values, valuesOfAll } from './input-values.ts';
import type { Act, Delivered } from './people.ts';
import { whoAndWhere } from './people.ts';

/** The element that is used, and for a menu or input what was chosen, as `state.values` carries it. */
export interface Pressed {
  readonly blockId: string;
  readonly actionId: string;
  /** `selected_option`, `selected_options`, `value` …; nothing for a button. */
  readonly chosen?: Json;
}

/** Finds an interactive element; undefined when the message or view has none by these ids. */
export function findElement(blocks: readonly Block[], { blockId, actionId }: Pressed): Block | undefined {
  const block = blocks.find((one) => one['block_id'] === blockId);
  const elements = [block?.['accessory'], block?.['element'], ...(Array.isArray(block?.['elements']) ? block['elements'] : [])];
  return (elements as (Block | undefined)[]).find((element) => element?.['action_id'] === actionId);
}

/** Presses a button or uses a menu of a message. Undefined when there is no such element (any more). */
export async function pressInMessage(
  act: Act,
  user: string,
  message: Message,
  pressed: Pressed,
): Promise<Delivered | undefined> {
  const { slack, delivery } = act;
  const element = findElement(message.blocks, pressed);
  if (element === undefined) return undefined;
  const source = { ts: message.ts, threadTs: message.threadTs, ephemeral: message.only !== undefined };
  const ack = await delivery.send('interaction', {
    type: 'block_actions',
    ...whoAndWhere(slack, user, message.channel),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: source.ephemeral,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    trigger_id: slack.triggers.issue(user),
    response_url: slack.responseUrls.issue('actions', { channel: message.channel, user, source }),
    state: { values: valuesOfAll(message.blocks, { [pressed.blockId]: { [pressed.actionId]: pressed.chosen ?? {} } }) },
    // An ephemeral message is nowhere stored, so Slack sends none along.
    ...(source.ephemeral ? {} : { message: messageJson(slack.workspace, message, true) }),
    actions: [actionOf(act, element, pressed)],
  });
  return { ack };
}

/** The same in a modal or on the Home tab: there is no response_url, and the view travels with it. */
export async function pressInView(act: Act, view: View, pressed: Pressed, values: Json = {}): Promise<Delivered | undefined> {
  const { slack, delivery } = act;
  const element = findElement(view.body.blocks, pressed);
  if (element === undefined) return undefined;
  const { blockId, actionId, chosen } = pressed;
  const set = values as Values;
  const now = { ...set, [blockId]: { ...set[blockId], ...(chosen === undefined ? {} : { [actionId]: chosen }) } };
  const ack = await delivery.send('interaction', {
    type: 'block_actions',
    ...whoAndWhere(slack, view.user),
    container: { type: 'view', view_id: view.id },
    trigger_id: slack.triggers.issue(view.user),
    view: { ...viewJson(slack.workspace, view), state: { values: valuesOfAll(view.body.blocks, now) } },
    actions: [actionOf(act, element, pressed)],
  });
  return { ack };
}

function actionOf({ slack }: Act, element: Block, { blockId, actionId, chosen }: Pressed): Json {
  const { text, value, style, type } = element;
  return {
    type,
    action_id: actionId,
    block_id: blockId,
    ...(text === undefined ? {} : { text }),
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
    ...chosen,
    action_ts: (slack.workspace.now() / 1000).toFixed(6),
  };
}
