import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, type types, type ViewOutput } from '@slack/bolt';
import { createPageServer } from '../../src/playground/page/page-server.ts';
import { startFakeSlack } from '../../src/playground/fake-slack/start-fake-slack.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const option = (value: string) => ({ text: plain(value), value });
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type State = ViewOutput['state']['values'];

/** The YAML of what stands in the form. */
function yamlOf(state: State): string {
  const name = state['name']?.['name']?.value ?? '';
  const type = state['type']?.['type']?.selected_option?.value ?? 'ClusterIP';
  const port = state['port']?.['port']?.value ?? '80';
  const extras = state['extras']?.['extras']?.selected_options?.map((one) => one.value).join(', ') ?? '';
  const scope = state['scope']?.['scope']?.selected_option?.value ?? '';
  return `kind: Service\nname: ${name}\ntype: ${type}\nport: ${port}\nextras: ${extras}\nscope: ${scope}\n`;
}

function formOf(preview: string): types.ModalView {
  const dispatch = { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] as ['on_character_entered'] } };
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: 'C0K8GENERAL',
    title: plain('Manifest'),
    submit: plain('Write'),
    blocks: [
      {
        type: 'input',
        block_id: 'type',
        label: plain('Type'),
        dispatch_action: true,
        element: {
          type: 'static_select',
          action_id: 'type',
          options: ['ClusterIP', 'NodePort', 'LoadBalancer'].map(option),
          initial_option: option('ClusterIP'),
        },
      },
      {
        type: 'input',
        block_id: 'name',
        label: plain('Name'),
        dispatch_action: true,
        element: { type: 'plain_text_input', action_id: 'name', focus_on_load: true, ...dispatch },
      },
      {
        type: 'input',
        block_id: 'port',
        label: plain('Port'),
        element: { type: 'number_input', action_id: 'port', is_decimal_allowed: false, min_value: '1', max_value: '65535' },
      },
      {
        type: 'input',
        block_id: 'extras',
        optional: true,
        label: plain('Also'),
        element: { type: 'checkboxes', action_id: 'extras', options: ['NetworkPolicy', 'PodDisruptionBudget'].map(option) },
      },
      {
        type: 'input',
        block_id: 'scope',
        label: plain('Callers'),
        element: {
          type: 'radio_buttons',
          action_id: 'scope',
          options: ['cluster', 'internet'].map(option),
          initial_option: option('cluster'),
        },
      },
      { type: 'section', block_id: 'preview', text: { type: 'mrkdwn', text: `\`\`\`${preview}\`\`\`` } },
    ],
  };
}

/**
 * The page over an app with one form: it shows a live preview while a person types, refuses a name, and hands out a file
 * and a picture. What the page and the fake Slack do for modals is seen here, apart from what k8s-svc does with them.
 */
export async function serveForm() {
  const fake = await startFakeSlack({ now: Date.now, signingSecret: 'secret' });
  const { botId, botUserId } = fake.workspace.directory.app;
  const app = new App({
    token: fake.botToken,
    signingSecret: 'secret',
    botId,
    botUserId,
    tokenVerificationEnabled: false,
    clientOptions: { slackApiUrl: fake.apiUrl },
  });
  app.command('/k8s-svc', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: formOf(yamlOf({})) });
  });
  app.action({ type: 'block_actions' }, async ({ ack, body, client }) => {
    await ack();
    if (body.view === undefined) return;
    const { id, hash, state } = body.view;
    await client.views.update({ view_id: id, hash, view: formOf(yamlOf(state.values)) });
  });
  app.view('form', async ({ ack, view, client }) => {
    const yaml = yamlOf(view.state.values);
    if (yaml.includes('name: taken')) {
      await ack({ response_action: 'errors', errors: { name: 'There is a Service of this name.' } });
      return;
    }
    await ack();
    const channel_id = view.private_metadata;
    await client.filesUploadV2({ channel_id, filename: 'service.yaml', snippet_type: 'yaml', content: yaml });
    const picture = await client.filesUploadV2({ filename: 'path.png', file: onePixel });
    const id = picture.files[0]?.files?.[0]?.id ?? '';
    const blocks: types.KnownBlock[] = [{ type: 'image', alt_text: 'The traffic path', slack_file: { id } }];
    await client.apiCall('chat.postMessage', { channel: channel_id, text: 'The traffic path', blocks });
  });
  const bolt = (await app.start({ port: 0, host: '127.0.0.1' })) as Server;
  fake.connectTo(`http://127.0.0.1:${(bolt.address() as AddressInfo).port}/slack/events`);
  const page = createPageServer({
    fake,
    furniture: { cluster: 'none', examples: [] },
    hosts: new Set(['127.0.0.1']),
    onError: (thrown) => {
      throw thrown;
    },
  });
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(page.address() as AddressInfo).port}`,
    fake,
    async stop() {
      page.closeAllConnections();
      page.close();
      await app.stop();
      await fake.stop();
    },
  };
}
