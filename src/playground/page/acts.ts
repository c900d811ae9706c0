import { z } from 'zod';
import { badRequest } from '../../core/problem/problem.ts';
import type { FakeSlack } from '../fake-slack/fake-slack.ts';
import type { LiveCluster } from '../sample-cluster/live-cluster.ts';
import type { Message, View } from '../fake-slack/model.ts';
import { findElement } from '../fake-slack/people/press.ts';
import { chosenOf, valuesOf } from './chosen.ts';
import { say } from './say.ts';
import { causeTrouble, troubleIds } from './cause-trouble.ts';

const id = z.string().min(1).max(255);
const words = z.union([z.string().max(40_000), z.array(z.string().max(3_000)).max(100)]);
const values = z.record(id, z.record(id, words));
const pressed = { as: id, blockId: id, actionId: id, value: words.optional() };

/** What the page acts on; without a live cluster there is nothing to break. */
export interface World {
  readonly fake: FakeSlack;
  readonly live: LiveCluster | undefined;
}

/** One schema and one act for every POST of the page; each plays the person and leaves the answer to the app. */
const acts = {
  say: act(z.object({ as: id, channel: id, threadTs: id.nullish(), text: z.string().trim().min(1).max(40_000) }), say),
  press: act(z.object({ ...pressed, channel: id, ts: id }), async (fake, { as, channel, ts, value, ...spot }) => {
    const message = messageOf(fake, channel, ts);
    const element = findElement(message.blocks, spot);
    if (element === undefined) throw badRequest('This button is gone: the message has changed.');
    await fake.clickButton(message, { ...spot, ...(value === undefined ? {} : { chosen: chosenOf(element, value) }) }, as);
  }),
  'press-view': act(
    z.object({ ...pressed, view: id, values }),
    async (fake, { as, view: viewId, value, values: raw, ...spot }) => {
      const view = viewOf(fake, viewId, as);
      const element = findElement(view.body.blocks, spot);
      if (element === undefined) throw badRequest('This button is gone: the view has changed.');
      const chosen = value === undefined ? {} : { chosen: chosenOf(element, value) };
      await fake.clickInView(view, { ...spot, ...chosen }, valuesOf(view.body.blocks, raw));
    },
  ),
  'submit-view': act(z.object({ as: id, view: id, values }), async (fake, { as, view: viewId, values: raw }) => {
    const view = viewOf(fake, viewId, as);
    const { errors } = await fake.submitView(view, valuesOf(view.body.blocks, raw));
    return { errors };
  }),
  'close-view': act(z.object({ as: id, view: id }), (fake, { as, view }) => fake.closeView(viewOf(fake, view, as))),
  'open-home': act(z.object({ as: id }), async (fake, { as }) => void (await fake.openHome(as))),
  shortcut: act(z.object({ as: id, channel: id, ts: id, callbackId: id }), async (fake, { as, channel, ts, callbackId }) => {
    await fake.useShortcut(messageOf(fake, channel, ts), callbackId, as);
  }),
  fault: act(z.object({ as: id, fault: id, on: z.boolean() }), (_fake, { fault, on }, live) => {
    if (live?.turn(fault, on) !== true) throw badRequest('There is no such switch here.');
  }),
  'mend-all': act(z.object({ as: id }), (_fake, _said, live) => live?.mendAll()),
  'reset-cluster': act(z.object({ as: id }), (_fake, _said, live) => live?.reset()),
  trouble: act(z.object({ as: id, trouble: z.enum(troubleIds) }), (fake, { trouble }) => causeTrouble(fake, trouble)),
  membership: act(z.object({ as: id, channel: id, member: z.boolean() }), ({ workspace }, { channel, member }) => {
    const { botUserId } = workspace.directory.app;
    if (workspace.channel(channel)?.kind !== 'channel') throw badRequest('The app cannot leave its own direct message.');
    if (member) workspace.join(channel, botUserId);
    else workspace.leave(channel, botUserId);
  }),
};

/** Runs the act of this name. Throws a Problem for an unknown act or words that are not its. */
export async function runAct(world: World, name: string, body: unknown): Promise<object> {
  const found = Object.entries(acts).find(([one]) => one === name)?.[1];
  if (found === undefined) throw badRequest(`The page has no act "${name}".`);
  return (await found(world, body)) ?? {};
}

function act<T extends { readonly as: string }>(
  schema: z.ZodType<T>,
  run: (fake: FakeSlack, said: T, live: LiveCluster | undefined) => Promise<object | void> | void,
): (world: World, body: unknown) => Promise<object | void> {
  return async ({ fake, live }, body) => {
    const said = schema.safeParse(body);
    if (!said.success)
      throw badRequest(`The page sent something else than expected (${said.error.issues[0]?.path.join('.') ?? ''}).`);
    if (fake.workspace.user(said.data.as)?.isBot !== false) throw badRequest('Nobody of this name is in the workspace.');
    return run(fake, said.data, live);
  };
}

function messageOf(fake: FakeSlack, channel: string, ts: string): Message {
  const message = fake.workspace.message(channel, ts);
  if (message === undefined) throw badRequest('This message is gone.');
  return message;
}

function viewOf(fake: FakeSlack, viewId: string, user: string): View {
  const view = fake.workspace.view(viewId);
  if (view === undefined || view.user !== user) throw badRequest('This view is closed already.');
  return view;
}
