import type { Answer } from '../answer/answer.ts';
import { action, answer, paragraph } from '../answer/build.ts';
import { code, count, joinTexts, text } from '../answer/text.ts';
import { nearest } from '../ask/nearest.ts';
import { openOf } from '../model/open-of.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { requestFor, typeNameOf, typeNames, where, type ListScope } from './scope-words.ts';

/** An empty list, said kindly: which reason it has decides the next step. `others` are Services of other types. */
export function nothingFound(snapshot: Snapshot, scope: ListScope, others: number): Answer {
  const { namespace, type } = scope;
  const all = action('All types', requestFor('list', namespace));
  if (type !== undefined && !typeNames.some((name) => name === typeNameOf(type))) {
    return answer('list', text`${code(type)} is no type of Service.`, {
      parts: [paragraph(text`There are ${joinTexts(typeNames.map(code))}.`)],
      actions: [all],
    });
  }
  if (type !== undefined && others > 0) {
    return answer('list', text`No ${typeNameOf(type)} Service ${where(scope)}.`, {
      parts: [paragraph(text`There ${others === 1 ? 'is' : 'are'} ${count(others, 'Service')} of other types.`)],
      actions: [all],
    });
  }
  if (namespace === undefined && scope.limited === true) return answer('list', text`No Services ${where(scope)}.`);
  return namespace === undefined ? emptyCluster() : emptyNamespace(snapshot, namespace);
}

function emptyCluster(): Answer {
  return answer('list', text`No Services in all namespaces.`, {
    parts: [
      paragraph(
        text`Even an empty cluster has the Service ${code('kubernetes')} in ${code('default')}: perhaps only some namespaces can be read.`,
      ),
    ],
    actions: [action('How to expose something', 'help expose')],
  });
}

function emptyNamespace(snapshot: Snapshot, namespace: string): Answer {
  const actions = [action('All namespaces', requestFor('list', undefined))];
  const namespaces = openOf(snapshot, 'namespaces');
  const names = namespaces.read ? namespaces.value.map((one) => one.metadata.name) : undefined;
  if (names !== undefined && !names.includes(namespace)) {
    const close = nearest(namespace, names);
    return answer('list', text`There is no namespace ${code(namespace)}.`, {
      parts: close.length === 0 ? [] : [paragraph(text`Did you mean ${joinTexts(close.map(code), ' or ')}?`)],
      actions: [...close.map((name) => action(`Services in ${name}`, requestFor('list', name))), ...actions],
    });
  }
  return answer('list', text`No Services in ${code(namespace)} yet.`, {
    parts: [paragraph(text`To make one for a workload: ${code(`expose WORKLOAD -n ${namespace}`)}.`)],
    actions,
  });
}
