import { viewJson } from '../message-json.ts';
import type { Json, View } from '../model.ts';
import { checkView } from './check-content.ts';
import { parsed, required, text, type Method, type Methods, type Slack, SlackFault } from './method.ts';

/** Modals that may lie on each other. Source: docs.slack.dev/surfaces/modals */
const STACK_LIMIT = 3;

const personBehind = (args: Json, slack: Slack): string => {
  const result = slack.triggers.exchange(required(args, 'trigger_id', 'invalid_trigger_id'));
  if ('fault' in result) throw new SlackFault(result.fault);
  return result.user;
};

/** Shows the modal and returns it as Slack does; `before` is the one it lies on or replaces. */
export function show(
  slack: Slack,
  user: string,
  body: View['body'],
  place: Partial<Pick<View, 'id' | 'previous' | 'type'>> = {},
): Json {
  const { workspace } = slack;
  const id = place.id ?? workspace.newId('V');
  workspace.showView({ id, hash: workspace.newId('h'), type: place.type ?? 'modal', user, body, previous: place.previous });
  const shown = workspace.view(id);
  return shown === undefined ? {} : { view: viewJson(workspace, shown) };
}

const open: Method = {
  token: 'bot',
  run(args, slack) {
    const user = personBehind(args, slack);
    const body = checkView(parsed(args, 'view'), 'modal');
    slack.workspace.modalsOf(user).forEach((modal) => slack.workspace.closeView(modal.id));
    return show(slack, user, body);
  },
};

const push: Method = {
  token: 'bot',
  run(args, slack) {
    const user = personBehind(args, slack);
    const stack = slack.workspace.modalsOf(user);
    if (stack.length >= STACK_LIMIT) throw new SlackFault('push_limit_reached');
    return show(slack, user, checkView(parsed(args, 'view'), 'modal'), { previous: stack.at(-1)?.id });
  },
};

const update: Method = {
  token: 'bot',
  run(args, slack) {
    const id = text(args, 'view_id');
    const external = text(args, 'external_id');
    const view = id === undefined ? slack.workspace.viewNamed(external ?? '') : slack.workspace.view(id);
    if (view === undefined) throw new SlackFault('not_found');
    const hash = text(args, 'hash');
    if (hash !== undefined && hash !== view.hash) throw new SlackFault('hash_conflict');
    return show(slack, view.user, checkView(parsed(args, 'view'), view.type), {
      id: view.id,
      type: view.type,
      previous: view.previous,
    });
  },
};

const publish: Method = {
  token: 'bot',
  run(args, slack) {
    const user = required(args, 'user_id');
    if (slack.workspace.user(user) === undefined) throw new SlackFault('invalid_arguments');
    const body = checkView(parsed(args, 'view'), 'home');
    const before = slack.workspace.home(user);
    const hash = text(args, 'hash');
    if (hash !== undefined && hash !== before?.hash) throw new SlackFault('hash_conflict');
    return show(slack, user, body, { type: 'home', ...(before === undefined ? {} : { id: before.id }) });
  },
};

/** Source: docs.slack.dev/reference/methods?family=views */
export const viewMethods: Methods = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
