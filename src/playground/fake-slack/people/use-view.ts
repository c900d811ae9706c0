import { checkView } from '../api/check-content.ts';
import { SlackFault } from '../api/method.ts';
import { show } from '../api/views.ts';
import { viewJson } from '../message-json.ts';
import type { Json, View } from '../model.ts';
import { refusedInputs, valuesOfAll } from './input-values.ts';
import type { Act, Delivered } from './people.ts';
import { whoAndWhere } from './people.ts';

/** What the person sees under the inputs when the app refuses them: block_id → sentence. */
export type ViewErrors = Readonly<Record<string, string>>;

/**
 * Submits a modal and does what the app answers: close, update, push, clear, or errors at the inputs.
 * Source: docs.slack.dev/surfaces/modals#close_submission
 */
export async function submitView(act: Act, view: View, values: Json): Promise<Delivered & { readonly errors: ViewErrors }> {
  const { slack, delivery } = act;
  const all = valuesOfAll(view.body.blocks, values);
  const refused = refusedInputs(view.body.blocks, all);
  if (Object.keys(refused).length > 0) return { ack: { ok: false, reason: 'not_sent' }, errors: refused };
  const ack = await delivery.send('interaction', {
    type: 'view_submission',
    ...whoAndWhere(slack, view.user),
    trigger_id: slack.triggers.issue(view.user),
    view: { ...viewJson(slack.workspace, view), state: { values: all } },
    response_urls: [],
  });
  const errors = ack.ok ? follow(act, view, ack.body) : { '': 'We had some trouble connecting. Try again?' };
  return { ack, errors };
}

function follow({ slack }: Act, view: View, answer: Json): ViewErrors {
  try {
    switch (answer['response_action']) {
      case 'errors':
        return errorsAt(view, answer['errors'] as ViewErrors);
      case 'update':
        show(slack, view.user, checkView(answer['view'], 'modal'), { id: view.id, previous: view.previous });
        return {};
      case 'push':
        show(slack, view.user, checkView(answer['view'], 'modal'), { previous: view.id });
        return {};
      case 'clear':
        slack.workspace.modalsOf(view.user).forEach((modal) => slack.workspace.closeView(modal.id));
        return {};
      default:
        slack.workspace.closeView(view.id);
        return {};
    }
  } catch (thrown) {
    if (thrown instanceof SlackFault) return { '': `The app sent a view that Slack refuses (${thrown.code}).` };
    throw thrown;
  }
}

/** Slack takes errors for input blocks only; with any other the person sees that something went wrong. */
function errorsAt(view: View, errors: ViewErrors): ViewErrors {
  const inputs = view.body.blocks.filter((block) => block.type === 'input').map((block) => block['block_id']);
  const strange = Object.keys(errors).find((blockId) => !inputs.includes(blockId));
  return strange === undefined ? errors : { '': `The app named an error at "${strange}", which is no input of this view.` };
}

/** Closes a modal by its close button; the app hears of it when the view asks for that. */
export async function closeView({ slack, delivery }: Act, view: View): Promise<void> {
  slack.workspace.closeView(view.id);
  if (view.body['notify_on_close'] !== true) return;
  await delivery.send('interaction', {
    type: 'view_closed',
    ...whoAndWhere(slack, view.user),
    view: viewJson(slack.workspace, view),
    is_cleared: false,
  });
}
