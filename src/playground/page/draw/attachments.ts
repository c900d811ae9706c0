import type { Json } from '../../fake-slack/model.ts';
import { drawMrkdwn } from './mrkdwn.ts';
import type { Names } from './names.ts';
import { anchor, h, type Node } from './node.ts';
import { asList, asString } from './text-object.ts';

/** The older form of messages, a coloured bar with a title and fields. Source: docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments */
export function drawAttachments(attachments: readonly Json[], names: Names): readonly Node[] {
  return attachments.map((one) => {
    const title = asString(one['title']);
    const link = asString(one['title_link']);
    const fields = asList(one['fields']).map((field) =>
      h(
        'div',
        { class: 'field' },
        h('b', {}, asString(field['title'])),
        h('div', {}, ...drawMrkdwn(asString(field['value']), names)),
      ),
    );
    return h(
      'div',
      { class: `attachment ${barOf(asString(one['color']))}` },
      ...drawMrkdwn(asString(one['pretext']), names),
      title !== '' && h('div', { class: 'title' }, ...[anchor(link, title)].flat()),
      h('div', {}, ...drawMrkdwn(asString(one['text']), names)),
      fields.length > 0 && h('div', { class: 'fields' }, fields),
    );
  });
}

/** Slack's three named colours; any other is grey here, as the page allows no colours of a message's own. */
function barOf(color: string): string {
  return ['good', 'warning', 'danger'].includes(color) ? color : '';
}
