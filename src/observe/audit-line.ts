import type { Request } from '../core/ask/request.ts';
import { printableJson, redact } from '../core/redact/redact.ts';
import type { ObservedRequest } from './observed.ts';
import type { ReadLog } from './reads.ts';

/** Longer than any name in Kubernetes; what is longer is no name and is cut. */
const longestWord = 253;
const mostWords = 20;

/**
 * One line of JSON, without its line end, for the audit log: who asked what where, what was read for it, and how it ended. Holds
 * names of objects, never what was written in a message: of a question in free text only its kind and its flags.
 */
export function auditLine(at: number, seen: ObservedRequest, reads: ReadLog | undefined): string {
  const { requestId, asker, request, answer, durationMs } = seen;
  const line = {
    log: 'audit',
    time: new Date(at).toISOString(),
    requestId,
    who: { user: word(asker.userId), team: word(asker.teamId) },
    where: { channel: word(asker.channelId), surface: asker.via ?? 'other' },
    what: request === undefined ? null : { ...whatOf(request), intent: answer.intent },
    read: [...(reads?.namespaces ?? [])].map(([cluster, namespaces]) => ({
      cluster: word(cluster),
      namespaces: words([...namespaces].toSorted()),
    })),
    // What surrounds a Service is listed in all namespaces (routes, pods that a policy admits): by resource.
    everywhere: words([...(reads?.everywhere ?? [])].toSorted()),
    result: answer.problem?.code ?? 'answered',
    ...(answer.findings?.[0] === undefined ? {} : { check: answer.findings[0].check }),
    durationMs: Math.round(durationMs),
    apiRequests: reads?.apiRequests ?? 0,
    apiBytes: reads?.apiBytes ?? 0,
  };
  return printableJson(JSON.stringify(line));
}

/** The line of something that was refused before it was read. */
export function refusalLine(at: number, reason: string, asker: ObservedRequest['asker']): string {
  const line = {
    log: 'audit',
    time: new Date(at).toISOString(),
    who: { user: word(asker.userId), team: word(asker.teamId) },
    where: { channel: word(asker.channelId), surface: asker.via ?? 'other' },
    what: null,
    result: 'refused',
    reason,
  };
  return printableJson(JSON.stringify(line));
}

/** The request without words of anyone: names and flags only. */
function whatOf(request: Request): Record<string, unknown> {
  const where = {
    ...named('cluster', request.cluster),
    ...('namespace' in request ? named('namespace', request.namespace) : {}),
    ...('allNamespaces' in request && request.allNamespaces ? { allNamespaces: true } : {}),
  };
  const { verb } = request;
  switch (request.verb) {
    case 'triage':
      return { verb, service: word(request.service), ...(request.why ? { why: true } : {}), ...where };
    case 'watch':
      return { verb, service: word(request.service), ...where };
    case 'explain':
      return { verb, services: words(request.services), ...where };
    case 'expose':
      return { verb, workload: word(request.workload), ...where };
    case 'manifest':
      return {
        verb,
        type: request.type,
        ...named('workload', request.workload),
        ...(request.patch === true ? { patch: true } : {}),
        ...where,
      };
    case 'list':
      return { verb, ...named('type', request.type), ...where };
    case 'reach':
      return { verb, ...named('from', request.from), ...named('to', request.to), ...where };
    case 'use':
      return { verb, target: word(request.target), ...where };
    case 'scan':
      return { verb, ...(request.since === undefined ? {} : { since: true }), ...where };
    case 'help':
    // What was written to be understood, and YAML that was pasted, are contents of a message.
    case 'ask':
    case 'review':
      return { verb, ...where };
    default:
      return request satisfies never;
  }
}

function named(key: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [key]: word(value) };
}

function word(value: string): string {
  return redact(value).slice(0, longestWord);
}

function words(values: readonly string[]): readonly string[] {
  const shown = values.slice(0, mostWords).map(word);
  return values.length > mostWords ? [...shown, `and ${values.length - mostWords} more`] : shown;
}
