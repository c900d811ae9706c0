import type { Assistant, RequestContext } from '../../../src/app/assistant.ts';
import type { Answer } from '../../../src/core/answer/answer.ts';
import { answer, note, paragraph, yaml } from '../../../src/core/answer/build.ts';
import { code, text } from '../../../src/core/answer/text.ts';
import { formatRequest } from '../../../src/core/ask/format-request.ts';
import type { Request } from '../../../src/core/ask/request.ts';
import { Problem } from '../../../src/core/problem/problem.ts';
import { problemToAnswer } from '../../../src/core/problem/problem-to-answer.ts';

export const triageAnswer: Answer = answer(
  'triage',
  text`Service ${code('shop/checkout')} selects no pods: its selector has a typo.`,
  {
    status: 'critical',
    parts: [
      {
        kind: 'finding',
        finding: {
          check: 'selector-label-typo',
          title: 'Selector is one letter away from the pods',
          severity: 'critical',
          role: 'root-cause',
          object: { kind: 'Service', namespace: 'shop', name: 'checkout' },
          say: text`The selector asks for ${code('app=chekout')}, 2 pods have ${code('app=checkout')}.`,
          evidence: { 'spec.selector.app': 'chekout', 'pods that nearly match': 2 },
          next: [
            {
              say: text`Correct the selector.`,
              command: `kubectl patch service checkout -n shop -p '{"spec":{"selector":{"app":"checkout"}}}'`,
            },
            { say: text`Check again.` },
          ],
          source: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes',
        },
      },
      note(text`12 other checks are clear.`),
    ],
    actions: [
      { label: 'Recheck', request: 'triage checkout -n shop', style: 'primary' },
      { label: 'Explain', request: 'explain checkout -n shop' },
    ],
    read: { cluster: 'kind-shop', at: Date.UTC(2026, 10, 20, 10, 42, 7) },
  },
);

export const askAnswer: Answer = answer('decide', 'One thing decides how to expose web.', {
  facts: { workload: 'web' },
  asks: [
    {
      fact: 'audience',
      question: 'Who has to reach web?',
      options: [
        { label: 'Pods in the cluster', value: 'cluster', request: 'expose web -n shop --audience cluster' },
        { label: 'The internet', value: 'internet', request: 'expose web -n shop --audience internet' },
      ],
    },
  ],
});

export const decidedAnswer: Answer = answer('decide', text`Give web a ${code('LoadBalancer')} Service.`, {
  actions: [{ label: 'Write the YAML', request: 'manifest LoadBalancer web -n shop', style: 'primary' }],
});

const longYaml = `${Array.from({ length: 300 }, (_, line) => `# line ${line}`).join('\n')}\n`;
export const manifestAnswer: Answer = answer('manifest', 'A LoadBalancer Service for web.', {
  parts: [paragraph(text`Proven against the schema.`), yaml('web-service.yaml', longYaml)],
});

/** What an assistant was asked, and the prepared answers it gives: the port of the front end, with nothing behind it. */
export interface PreparedAssistant extends Assistant {
  readonly asked: string[];
  readonly requests: Request[];
}

export function createPreparedAssistant(
  override?: (request: Request, context: RequestContext) => Answer | undefined | Promise<Answer | undefined>,
): PreparedAssistant {
  const asked: string[] = [];
  const requests: Request[] = [];
  return {
    asked,
    requests,
    async answer(request, context) {
      asked.push(formatRequest(request));
      requests.push(request);
      return (await override?.(request, context)) ?? prepared(request);
    },
  };
}

function prepared(request: Request): Answer {
  switch (request.verb) {
    case 'triage':
      return request.service === 'nowhere'
        ? problemToAnswer(new Problem('service-not-found', 'There is no Service nowhere.', ['Nearest: web']), 'r')
        : triageAnswer;
    case 'expose':
      return request.known.audience === undefined ? askAnswer : decidedAnswer;
    case 'manifest':
      return manifestAnswer;
    case 'use':
      return answer('other', 'Cluster can be read.');
    case 'help':
      return answer('other', 'I know Kubernetes Services.', {
        actions: [{ label: 'Scan shop', request: 'scan -n shop' }],
      });
    default:
      return answer('concept', text`You asked: ${request.verb}`);
  }
}
