import { ALERTMANAGER } from '../../src/playground/fake-slack/directory.ts';
import type { FakeSlack } from '../../src/playground/fake-slack/fake-slack.ts';
import type { Message } from '../../src/playground/fake-slack/model.ts';
import { alertsRooms, persons, talk } from './town.ts';

type Kind = 'slash' | 'mention' | 'alert';
interface Waiting {
  readonly kind: Kind;
  readonly words: string;
  readonly from: number;
}

export interface Traffic {
  /** Sends the next one. */
  send(): void;
  /** Milliseconds until the first word of the answer, by kind. */
  readonly times: Readonly<Record<Kind, number[]>>;
  /** Milliseconds until Slack had its acknowledgement of a command. */
  readonly acks: number[];
  /** What went wrong and is ours, as sentences. */
  readonly wrong: string[];
  /** What is not answered yet. */
  readonly waiting: () => readonly string[];
  stop(): void;
}

/** Words of a failure that no person should see while the cluster is well. */
const failures =
  /Something went wrong|No answer from|cannot be reached|took too long|does not accept|is restarting|Ask again in/u;

interface Service {
  readonly namespace: string;
  readonly name: string;
}

/** Of ten: six commands, three mentions, one alert, each about another Service, by another person, in another channel. Alerts carry the name. */
export function createTraffic(slack: FakeSlack, services: readonly Service[], name: string): Traffic {
  const times: Record<Kind, number[]> = { slash: [], mention: [], alert: [] };
  const acks: number[] = [];
  const wrong: string[] = [];
  const waiting = new Map<string, Waiting>();
  const { botUserId } = slack.workspace.directory.app;
  let sent = 0;
  let mentions = 0;

  const typed: readonly ((service: Service) => string)[] = [
    ({ namespace, name }) => `triage ${name} -n ${namespace}`,
    ({ namespace, name }) => `explain ${name} -n ${namespace}`,
    ({ namespace }) => `scan -n ${namespace}`,
    ({ namespace }) => `list -n ${namespace}`,
    ({ namespace, name }) => `why is ${name} in ${namespace} not reachable?`,
    ({ namespace, name }) => `expose ${name} -n ${namespace}`,
    () => 'what is a headless service?',
    ({ namespace, name }) => `triage ${name}-gone -n ${namespace}`,
    () => 'list -A',
    ({ namespace, name }) => `reach ${name} ${name} -n ${namespace}`,
  ];

  const settle = (key: string, message: Message) => {
    const one = waiting.get(key);
    if (failures.test(message.text)) wrong.push(`${one?.words ?? key}: ${message.text.slice(0, 200)}`);
    if (one === undefined) return;
    waiting.delete(key);
    times[one.kind].push(performance.now() - one.from);
  };
  const stop = slack.workspace.listen((change) => {
    if (change.type !== 'message-posted' || change.message.user !== botUserId) return;
    const { message } = change;
    settle(
      message.only === undefined ? `${message.channel}:${message.threadTs}` : `${message.channel}:${message.only}`,
      message,
    );
  });

  return {
    times,
    acks,
    wrong,
    stop,
    waiting: () => [...waiting.values()].map(({ kind, words }) => `${kind}: ${words}`),
    send() {
      const at = sent;
      sent += 1;
      const service = services[at % services.length] as Service;
      const words = typed[Math.floor(at / 10 + at) % typed.length]?.(service) ?? 'help';
      const user = persons[at % persons.length] ?? '';
      const from = performance.now();
      const turn = at % 10;
      if (turn < 6) {
        // Each pair of person and channel comes again after minutes only: the answer is known by it.
        const channel = talk[(at + Math.floor(at / persons.length)) % talk.length]?.id ?? '';
        waiting.set(`${channel}:${user}`, { kind: 'slash', words, from });
        void slack.sendCommand(words, { user, channel }).then(({ ack }) => {
          acks.push(performance.now() - from);
          if (!ack.ok) wrong.push(`${words}: not acknowledged, ${ack.reason}`);
        });
      } else if (turn < 9) {
        mentions += 1;
        const channel = talk[mentions % talk.length]?.id ?? '';
        const { ts } = slack.sendMessage(`@k8s-svc ${words}`, { user, channel });
        waiting.set(`${channel}:${ts}`, { kind: 'mention', words, from });
      } else {
        const room = alertsRooms[Math.floor(at / 10) % alertsRooms.length];
        const alertname = `${name}${at}`;
        const labels = { alertname, namespace: service.namespace, service: service.name, severity: 'critical' };
        const title = `[FIRING:1] ${alertname} (${service.namespace} ${service.name} critical)`;
        const fields = Object.entries(labels).map(([label, value]) => ({ title: label, value, short: true }));
        const attachments = [{ fallback: title, title, text: 'It does not answer.', color: 'danger', fields }];
        const { channel, ts } = slack.postByWebhook({ bot: ALERTMANAGER, channel: room?.id ?? '', attachments });
        waiting.set(`${channel}:${ts}`, { kind: 'alert', words: title, from });
      }
    },
  };
}
