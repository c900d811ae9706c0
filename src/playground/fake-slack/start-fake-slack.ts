import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Slack } from './api/method.ts';
import type { Ack } from './delivery.ts';
import { type By, DEFAULT_SCOPES, type FakeSlack, type FakeSlackOptions } from './fake-slack.ts';
import { teamOfTwo, YOU } from './directory.ts';
import { eventEnvelope } from './envelope.ts';
import { createHttpDelivery } from './http-delivery.ts';
import { createSlackServer } from './http-server.ts';
import { eventsOf } from './message-events.ts';
import type { Json } from './model.ts';
import type { Act } from './people/people.ts';
import { pressInMessage, pressInView } from './people/press.ts';
import { sendCommand } from './people/send-command.ts';
import { postByWebhook, sendMessage } from './people/send-message.ts';
import { useMessageShortcut } from './people/use-shortcut.ts';
import { closeView, submitView } from './people/use-view.ts';
import { RETRY_DELAYS_MS, sendEvent } from './resend.ts';
import { createResponseUrls } from './response-urls.ts';
import { createTriggerIds } from './trigger-ids.ts';
import { createTroubles } from './troubles.ts';
import { createWebApi } from './web-api.ts';
import { createWorkspace } from './workspace.ts';

/**
 * A Slack workspace on loopback, as strict as Slack: signed requests with retries, tokens and scopes, Block Kit limits,
 * expiring trigger ids and response_urls. For tests and for the playground. Listens on a free port of 127.0.0.1.
 */
export async function startFakeSlack(options: FakeSlackOptions): Promise<FakeSlack> {
  const { now, signingSecret } = options;
  const botToken = options.botToken ?? 'xoxb-playground';
  const appToken = options.appToken ?? 'xapp-playground';
  const workspace = createWorkspace(options.directory ?? teamOfTwo, now);
  const troubles = createTroubles();
  const stopping = new AbortController();
  let url = '';
  let appUrl: string | undefined;
  let delivery = createHttpDelivery({ appUrl: () => appUrl, signingSecret, now, ackTimeoutMs: options.ackTimeoutMs ?? 3_000 });

  const slack: Slack = {
    workspace,
    triggers: createTriggerIds(now),
    responseUrls: createResponseUrls(() => url, workspace.directory.team.id, now),
    url: () => url,
    scopes: options.scopes ?? DEFAULT_SCOPES,
    socketUrl: undefined,
  };
  const webApi = createWebApi(slack, { botToken, appToken, scopes: slack.scopes }, troubles);
  const server = createSlackServer(slack, webApi);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const underWay = new Set<Promise<Ack>>();
  const told = async (kind: string, sending: Promise<Ack>): Promise<Ack> => {
    const ack = await sending;
    if (!ack.ok) options.onRefused?.(kind, ack);
    return ack;
  };
  const send = (event: Json): Promise<Ack> => {
    const payload = eventEnvelope(workspace, event);
    const sending = told('event', sendEvent(delivery, payload, options.retryDelaysMs ?? RETRY_DELAYS_MS, stopping.signal));
    underWay.add(sending);
    void sending.finally(() => underWay.delete(sending));
    return sending;
  };
  workspace.listen((change) => eventsOf(workspace, change).forEach((event) => void send(event)));

  const act: Act = { slack, delivery: { send: (...payload) => told(payload[0], delivery.send(...payload)) } };
  const place = (by: By = {}) => ({ user: by.user ?? YOU, channel: by.channel ?? workspace.channel('general')?.id ?? '' });

  return {
    url,
    apiUrl: `${url}/api/`,
    botToken,
    appToken,
    workspace,
    slack,
    calls: webApi.calls,
    troubles,
    connectTo: (address) => void (appUrl = address),
    deliverBy: (other) => void (delivery = other),
    sendCommand: (words, by) => sendCommand(act, place(by), '/k8s-svc', words),
    sendMessage: (typed, by = {}) => sendMessage(act, place(by), typed, by.threadTs),
    postByWebhook: ({ bot, channel, text = '', attachments }) =>
      postByWebhook(act, { user: bot, channel: workspace.channel(channel)?.id ?? channel }, text, attachments),
    clickButton: (message, pressed, user = YOU) => pressInMessage(act, user, message, pressed),
    clickInView: (view, pressed, values) => pressInView(act, view, pressed, values),
    submitView: (view, values) => submitView(act, view, values),
    closeView: (view) => closeView(act, view),
    useShortcut: (message, callbackId, user = YOU) => useMessageShortcut(act, user, message, callbackId),
    openHome(user = YOU, tab = 'home') {
      const channel = workspace.directMessage(user)?.id;
      const view = workspace.home(user);
      const event = { type: 'app_home_opened', user, channel, tab, event_ts: (now() / 1000).toFixed(6) };
      return send(view === undefined ? event : { ...event, view: { id: view.id, hash: view.hash, ...view.body } });
    },
    sendEvent: send,
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async stop() {
      stopping.abort();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
