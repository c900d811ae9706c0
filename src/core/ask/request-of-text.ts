import type { Answer, Intent } from '../answer/answer.ts';
import { answer, paragraph } from '../answer/build.ts';
import { code, text, type Text } from '../answer/text.ts';
import { allOf, firstOf, type AskedFacts } from './asked-facts.ts';
import { formatRequest } from './format-request.ts';
import type { AskRequest, Request } from './request.ts';
import type { Understanding } from './understand/understanding.ts';

/** The request in the grammar; undefined when the name it needs is missing. */
export function requestOfText(understood: Understanding, request: AskRequest, facts: AskedFacts): Request | undefined {
  const names = [...allOf(facts.service), ...allOf(facts.workload)];
  const [name] = names;
  const namespace = request.namespace ?? firstOf(facts.namespace);
  const area = {
    ...(namespace === undefined ? {} : { namespace }),
    ...(request.cluster === undefined ? {} : { cluster: request.cluster }),
    ...(request.allNamespaces === true && namespace === undefined ? { allNamespaces: true } : {}),
  };
  switch (understood.intent) {
    case 'explain':
      return name === undefined ? undefined : { verb: 'explain', services: [name], ...area };
    case 'triage':
      return name === undefined ? undefined : { verb: 'triage', service: name, why: false, ...area };
    case 'scan':
      return { verb: 'scan', ...area };
    case 'list':
      return { verb: 'list', ...area, ...(understood.mentioned[0] === undefined ? {} : { type: understood.mentioned[0] }) };
    case 'review':
      return understood.pastedYaml[0] === undefined
        ? undefined
        : { verb: 'review', text: understood.pastedYaml.join('\n---\n') };
    case 'reach':
      return names.length < 2 ? undefined : { verb: 'reach', from: names[0] ?? '', to: names[1] ?? '', ...area };
    default:
      return undefined;
  }
}

const wants: Readonly<Partial<Record<Intent, string>>> = {
  explain: 'You want to know about one Service',
  triage: 'Something does not work',
  scan: 'You want to know what is broken',
  list: 'You want to see the Services',
  review: 'You want YAML checked',
  reach: 'You want to know whether a connection is allowed',
};

const examples: Readonly<Partial<Record<Intent, Request>>> = {
  explain: { verb: 'explain', services: ['web'], namespace: 'shop' },
  triage: { verb: 'triage', service: 'web', namespace: 'shop', why: false },
  scan: { verb: 'scan', namespace: 'shop' },
  list: { verb: 'list', namespace: 'shop' },
  reach: { verb: 'reach', from: 'shop/web', to: 'shop/checkout:80' },
};

/** Says what was understood, and the name or the cluster that is missing. */
export function needsMoreAnswer(intent: Intent, facts: AskedFacts, run: Request | undefined): Answer {
  const example = examples[intent];
  const next: Text =
    run !== undefined
      ? text`I need to read the cluster for that: run ${code(formatRequest(run))} where one is connected.`
      : example === undefined
        ? text`Paste it into the message, in a code block.`
        : text`Name the Service (and its namespace), for example ${code(formatRequest(example))}.`;
  const asksName = run === undefined && (intent === 'explain' || intent === 'triage');
  return answer(intent, text`${wants[intent] ?? 'I understood'}${run === undefined ? ', but which one?' : '.'}`, {
    facts,
    parts: [paragraph(next)],
    actions: run === undefined ? [] : [{ label: 'Run it', request: formatRequest(run), style: 'primary' }],
    ...(asksName ? { asks: [{ fact: 'service' as const, question: 'Which Service is it?', options: [] }] } : {}),
  });
}
