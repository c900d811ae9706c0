import { besideToWords } from './beside-flags.ts';
import { factsToWords } from './fact-flags.ts';
import type { Area, Request } from './request.ts';
import { talkToWords } from './talk.ts';

/** The words that `parseWords` turns into this request again: what a button carries and what the terminal shows. */
export function formatRequest(request: Request): string {
  return [...words(request)].join(' ');
}

function words(request: Request): readonly string[] {
  switch (request.verb) {
    case 'ask':
      return ['ask', ...area(request), ...factsToWords(request.known), ...talkToWords(request), '--', request.text];
    case 'expose':
      return [
        'expose',
        request.workload,
        ...area(request),
        ...factsToWords(request.known),
        ...besideToWords(request),
        ...talkToWords(request),
      ];
    case 'explain':
      return ['explain', ...request.services, ...area(request)];
    case 'manifest':
      return [
        'manifest',
        request.type,
        ...(request.workload === undefined ? [] : [request.workload]),
        ...area(request),
        ...factsToWords(request.known),
        ...besideToWords(request),
        ...(request.patch === true ? ['--patch'] : []),
      ];
    case 'triage':
      return ['triage', request.service, ...area(request), ...(request.why ? ['--why'] : [])];
    case 'watch':
      return ['watch', request.service, ...area(request)];
    case 'scan':
      return ['scan', ...area(request), ...(request.allClusters === true ? ['--all-clusters'] : [])];
    case 'list':
      return ['list', ...area(request), ...(request.type === undefined ? [] : ['--type', request.type])];
    case 'reach':
      return request.from === undefined || request.to === undefined
        ? ['reach', '--all', ...area(request)]
        : ['reach', request.from, request.to, ...area(request)];
    case 'review':
      return ['review', request.text];
    case 'help':
      return ['help', ...(request.about === undefined ? [] : [request.about])];
    case 'use':
      return ['use', request.target];
    default:
      return request satisfies never;
  }
}

function area({ namespace, allNamespaces, cluster }: Area): readonly string[] {
  return [
    ...(namespace === undefined ? [] : ['-n', namespace]),
    ...(allNamespaces === true ? ['-A'] : []),
    ...(cluster === undefined ? [] : ['--cluster', cluster]),
  ];
}
