import { answer } from '../core/answer/build.ts';
import type { Answer, Intent } from '../core/answer/answer.ts';
import { text, code } from '../core/answer/text.ts';
import { formatRequest } from '../core/ask/format-request.ts';
import type { Area, Request } from '../core/ask/request.ts';
import type { Reader } from '../core/model/reader.ts';

export type Located = { readonly namespace: string } | { readonly ask: Answer };

/**
 * The namespace in which a Service is meant: the one given; else the default one, when the Service is there; else the
 * only one that has it. Several: the answer asks which, with a button for each.
 */
export async function locateService(
  reader: Reader,
  service: string,
  area: Area,
  requestIn: (namespace: string) => Request,
  intent: Intent,
  signal: AbortSignal,
): Promise<Located> {
  if (area.namespace !== undefined) return { namespace: area.namespace };
  const found = await reader.findServices(service, signal);
  const fallback = reader.defaultNamespace ?? 'default';
  if (!found.read) return { namespace: fallback };
  const namespaces = found.value.map((one) => one.metadata.namespace).sort();
  const [first] = namespaces;
  if (first === undefined || namespaces.includes(fallback)) return { namespace: fallback };
  if (namespaces.length === 1) return { namespace: first };
  const shown = namespaces.slice(0, 10);
  return {
    ask: answer(intent, text`Service ${code(service)} exists in ${namespaces.length} namespaces: which one is meant?`, {
      asks: [
        {
          fact: 'namespace',
          question: `Which namespace?${namespaces.length > shown.length ? ` (${namespaces.length - shown.length} more: give -n NAMESPACE)` : ''}`,
          options: shown.map((namespace) => ({
            label: namespace,
            value: namespace,
            request: formatRequest(requestIn(namespace)),
          })),
        },
      ],
      problem: { code: 'bad-request' },
    }),
  };
}
