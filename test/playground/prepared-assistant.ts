import type { Assistant } from '../../src/app/assistant.ts';
import type { Answer } from '../../src/core/answer/answer.ts';
import { answer, heading, note, paragraph, shell, steps, yaml } from '../../src/core/answer/build.ts';
import { code, text } from '../../src/core/answer/text.ts';
import type { Request } from '../../src/core/ask/request.ts';
import { badRequest } from '../../src/core/problem/problem.ts';

const triage: Answer = answer(
  'triage',
  text`Service ${code('shop/checkout')} selects no pod: its selector says ${code('app=chekout')}.`,
  {
    status: 'critical',
    parts: [
      {
        kind: 'finding',
        finding: {
          check: 'selector-label-typo',
          title: 'Selector with a typo',
          severity: 'critical',
          role: 'root-cause',
          object: { kind: 'Service', namespace: 'shop', name: 'checkout' },
          say: text`The selector ${code('app=chekout')} matches no pod; 2 pods carry ${code('app=checkout')}.`,
          evidence: { 'spec.selector.app': 'chekout' },
          next: [
            {
              say: text`Correct the selector:`,
              command: 'kubectl patch service checkout -n shop -p \'{"spec":{"selector":{"app":"checkout"}}}\'',
            },
          ],
          source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/',
        },
      },
      heading('Next'),
      steps([text`Look at the endpoints again.`]),
      shell('kubectl get endpointslices -n shop -l kubernetes.io/service-name=checkout'),
      note(text`Read from ${code('shop')} just now.`),
    ],
    actions: [
      { label: 'Explain checkout', request: 'explain checkout -n shop', style: 'primary' },
      { label: 'Scan shop', request: 'scan -n shop' },
    ],
  },
);

const explain: Answer = answer('explain', text`${code('shop/checkout')} is a ClusterIP Service on port 80.`, {
  parts: [paragraph(text`It is reached at ${code('checkout.shop.svc.cluster.local')}.`)],
  actions: [{ label: 'Check again', request: 'triage checkout -n shop' }],
});

const longYaml = Array.from({ length: 400 }, (_, line) => `# line ${line}: ${'x'.repeat(60)}`).join('\n');
const manifest: Answer = answer('manifest', 'A ClusterIP Service for checkout.', {
  parts: [yaml('checkout-service.yaml', longYaml)],
  manifests: [{ name: 'checkout-service.yaml', yaml: longYaml, proven: ['schema'] }],
});

/** Prepared answers for a few verbs, over no cluster: what the front end does with answers is what is tested. */
export const preparedAssistant: Assistant = {
  answer: async (request) => {
    if (request.verb === 'triage') return triage;
    if (request.verb === 'explain') return explain;
    if (request.verb === 'manifest') return manifest;
    return answer('smalltalk', `You said ${request.verb}.`);
  },
};

/** The few words that the prepared answers need. */
export function parseFew(words: string): Request {
  const [verb = '', ...rest] = words.split(' ');
  if (verb === 'triage') return { verb, service: rest[0] ?? '', why: false };
  if (verb === 'explain') return { verb, services: [rest[0] ?? ''] };
  if (verb === 'manifest') return { verb, type: 'ClusterIP', known: {} };
  if (verb === 'scan') return { verb, namespace: 'shop' };
  if (verb === 'help' || verb === '') return { verb: 'help' };
  if (verb === 'tirage')
    throw badRequest('There is no verb "tirage". Did you mean "triage"?', '/k8s-svc triage checkout -n shop');
  return { verb: 'ask', text: words, known: {} };
}

export const quietLogger = { debug() {}, info() {}, warn() {}, error() {} };
