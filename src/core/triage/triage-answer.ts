import { action, answer } from '../answer/build.ts';
import type { Action, Answer } from '../answer/answer.ts';
import type { Part } from '../answer/part.ts';
import { code, count, text, type Text } from '../answer/text.ts';
import { readOf } from '../answer/read-of.ts';
import { formatRequest } from '../ask/format-request.ts';
import { countEndpoints } from '../model/endpoints/endpoint-state.ts';
import { serviceTypeName } from '../model/kinds/service.ts';
import type { ServiceView } from '../model/service-view.ts';
import { judge } from './scan/judge.ts';
import { suppressedParts, unknownIgnoreParts } from './suppress/suppressed-parts.ts';
import type { ServiceTriage } from './triage-service.ts';
import { whyParts } from './why/why-parts.ts';

/** `why` adds the tree of reasoning: what explains what, and the checks that came out clear. */
export function triageAnswer(view: ServiceView, triage: ServiceTriage, why: boolean): Answer {
  const { findings, skipped, suppressed } = triage;
  const head = findings.find((finding) => finding.severity !== 'info');
  const status = head?.severity ?? (view.service === undefined ? 'critical' : undefined);
  const unknown = head === undefined && skipped.length > 0;
  return answer('triage', head?.say ?? quietHeadline(view, triage, unknown), {
    ...(status !== undefined ? { status } : unknown ? { status: 'info' as const } : { status: 'ok' as const }),
    parts: [
      ...findings.map((finding): Part => ({ kind: 'finding', finding, ...(finding === head && { inHeadline: true }) })),
      ...suppressedParts(suppressed),
      ...unknownIgnoreParts([{ name: view.name, unknown: triage.unknownIgnores }]),
      ...(why ? whyParts(triage) : []),
    ],
    actions: actionsFor(view, why, head !== undefined),
    findings,
    skipped,
    ...(suppressed.length === 0 ? {} : { suppressed }),
    judged: judge(triage),
    read: readOf(view.snapshot),
  });
}

function quietHeadline(view: ServiceView, { suppressed }: ServiceTriage, unknown: boolean): Text {
  const where = text`Service ${code(view.name)} in namespace ${code(view.namespace)}`;
  if (unknown) return text`${where}: nothing wrong in what could be read, but not everything could be read.`;
  const { service } = view;
  const silent = suppressed.filter(({ finding }) => finding.severity !== 'info').length;
  if (silent > 0) return text`${where}: nothing wrong but ${count(silent, 'finding')} that an annotation suppresses.`;
  if (service?.spec.type === 'ExternalName') {
    return text`${where} is in order: an ExternalName Service that answers with ${code(service.spec.externalName ?? '')}.`;
  }
  const { ready } = countEndpoints(view.slices.read ? view.slices.value : []);
  const type = service === undefined ? '' : ` (${serviceTypeName(service)})`;
  return text`${where}${type} is healthy: ${count(ready.length, 'ready endpoint')}, nothing wrong is visible in the API.`;
}

function actionsFor(view: ServiceView, why: boolean, isIll: boolean): readonly Action[] {
  const where = { namespace: view.namespace };
  const { name } = view;
  if (view.service === undefined) return [action('Services here', formatRequest({ verb: 'list', ...where }))];
  return [
    action('Check again', formatRequest({ verb: 'triage', service: name, why: false, ...where }), 'primary'),
    ...(why ? [] : [action('Why?', formatRequest({ verb: 'triage', service: name, why: true, ...where }))]),
    action('Explain', formatRequest({ verb: 'explain', services: [name], ...where })),
    ...(isIll ? [action('Watch until healthy', formatRequest({ verb: 'watch', service: name, ...where }))] : []),
  ];
}
