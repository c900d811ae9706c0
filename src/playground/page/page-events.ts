import { verbs } from '../../core/ask/grammar.ts';
import type { FakeSlack } from '../fake-slack/fake-slack.ts';
import type { Change, Channel, Message } from '../fake-slack/model.ts';
import type { Workspace } from '../fake-slack/workspace.ts';
import type { LiveCluster } from '../sample-cluster/live-cluster.ts';
import type { PageChannel, PageEvent, PageState, PageSwitches } from './page-model.ts';
import { showMessage, showView } from './show-message.ts';

/** What belongs to the playground and not to Slack. */
export interface Furniture {
  readonly cluster: string;
  readonly examples: PageState['examples'];
  /** The sample cluster with its switches; without them for a person's own cluster. */
  readonly live?: LiveCluster;
}

/** Everything that one person sees when the page is opened. */
export function stateFor(fake: FakeSlack, me: string, furniture: Furniture): PageState {
  const { workspace } = fake;
  const channels = workspace.channels().filter((channel) => channel.members.includes(me));
  const home = workspace.home(me);
  return {
    team: workspace.directory.team.name,
    cluster: furniture.cluster,
    me: { id: me, name: workspace.user(me)?.realName ?? me },
    people: workspace.directory.users.filter((user) => !user.isBot).map(({ id, realName }) => ({ id, name: realName })),
    channels: channels.map((channel) => showChannel(workspace, channel)),
    messages: channels.flatMap((channel) =>
      workspace
        .messages(channel.id)
        .filter((message) => seesMessage(workspace, me, message))
        .map((message) => showMessage(workspace, message)),
    ),
    modals: workspace.modalsOf(me).map((view) => showView(workspace, view)),
    home: home === undefined ? null : showView(workspace, home),
    examples: furniture.examples,
    verbs: verbs.map(({ verb, usage, summary }) => ({ verb, usage, does: summary })),
    shortcuts: [
      { id: 'triage_message', name: 'Triage this' },
      { id: 'review_message', name: 'Review YAML' },
    ],
    switches: switchesOf(fake, furniture),
  };
}

export function switchesOf({ troubles }: FakeSlack, { live }: Furniture): PageSwitches {
  return {
    faults: live?.switches().map(({ fault, on }) => ({ id: fault.id, title: fault.title, on })) ?? [],
    troubles: troubles.waiting().length,
  };
}

/** The line of the event stream that a change is for this person; undefined when they do not see it. */
export function eventFor(workspace: Workspace, me: string, change: Change): PageEvent | undefined {
  switch (change.type) {
    case 'message-posted':
    case 'message-changed':
      return seesMessage(workspace, me, change.message)
        ? { type: 'message', message: showMessage(workspace, change.message) }
        : undefined;
    case 'message-deleted':
      return seesMessage(workspace, me, change.message)
        ? { type: 'gone', channel: change.message.channel, ts: change.message.ts }
        : undefined;
    case 'channel-changed':
      return { type: 'channel', channel: showChannel(workspace, change.channel) };
    case 'view-opened':
    case 'view-changed':
      if (change.view.user !== me) return undefined;
      return { type: change.view.type, view: showView(workspace, change.view) };
    case 'view-closed':
      return change.view.user === me ? { type: 'modal-closed', id: change.view.id } : undefined;
    default:
      return change satisfies never;
  }
}

function seesMessage(workspace: Workspace, me: string, message: Message): boolean {
  if (message.only !== undefined) return message.only === me;
  return workspace.channel(message.channel)?.members.includes(me) === true;
}

function showChannel({ directory }: Workspace, { id, name, kind, topic, members }: Channel): PageChannel {
  return { id, name, kind, topic, hasApp: members.includes(directory.app.botUserId) };
}
