import type { Answer } from '../answer/answer.ts';
import { action, answer, paragraph, table } from '../answer/build.ts';
import { code, count, flatten, joinTexts, text } from '../answer/text.ts';
import { readOf } from '../answer/read-of.ts';
import { formatRequest } from '../ask/format-request.ts';
import { serviceTypeName, type Service } from '../model/kinds/service.ts';
import { formatSelector } from '../model/selectors/selector.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { admissionOf } from './admission.ts';
import { limitsSentence } from './admission-words.ts';
import { ingressesHere } from './leads-here.ts';
import { managedBy } from './managed-by.ts';
import { routesHere } from './routes-here.ts';
import { externalAddresses } from './kind-words.ts';
import { healthOf } from './health.ts';
import { surroundingsOf, type Surroundings } from './surroundings.ts';
import { workloadsBehind } from './workloads-behind.ts';

type Row = readonly [name: string, of: (around: Surroundings) => string];

/** What is compared, in the order in which people ask. Times and addresses of its own always differ and are left out. */
const rows: readonly Row[] = [
  ['Namespace', ({ service }) => service.metadata.namespace],
  ['Type', ({ service }) => serviceTypeName(service)],
  ['External address', ({ service }) => externalAddresses(service).join(', ')],
  ['Target', ({ service }) => service.spec.externalName ?? ''],
  ['Ports', ({ service }) => portWords(service)],
  ['Selector', ({ service }) => formatSelector(service.spec.selector)],
  [
    'Pods of',
    (around) =>
      workloadsBehind(around)
        .map(({ kind, name }) => `${kind} ${name}`)
        .join(', '),
  ],
  ['Health', (around) => flatten(healthOf(around).say)],
  ['External traffic policy', ({ service }) => service.spec.externalTrafficPolicy ?? ''],
  ['Internal traffic policy', ({ service }) => service.spec.internalTrafficPolicy],
  ['Traffic distribution', ({ service }) => service.spec.trafficDistribution ?? ''],
  ['Session affinity', ({ service }) => service.spec.sessionAffinity],
  ['IP families', ({ service }) => service.spec.ipFamilies.join(', ')],
  ['Not ready pods count', ({ service }) => (service.spec.publishNotReadyAddresses ? 'yes' : 'no')],
  ['Managed by', ({ service }) => flatten(managedBy(service) ?? [])],
  ['Who gets in', whoGetsIn],
  [
    'What leads here',
    (around) =>
      [...ingressesHere(around).map(({ routes }) => routes), ...routesHere(around).map(({ requests }) => requests)]
        .flat()
        .join(', '),
  ],
  ['Load balancer class', ({ service }) => service.spec.loadBalancerClass ?? ''],
];

/** Two Services side by side: what differs, and how much is the same. Throws nothing. */
export function explainTwo(snapshot: Snapshot, a: Service, b: Service): Answer {
  const left = surroundingsOf(snapshot, a);
  const right = surroundingsOf(snapshot, b);
  const compared = rows.map(([name, of]) => [name, of(left) || '–', of(right) || '–'] as const);
  const differing = compared.filter(([, one, other]) => one !== other);
  const [nameA, nameB] = [a, b].map(({ metadata }) =>
    a.metadata.namespace === b.metadata.namespace ? metadata.name : `${metadata.namespace}/${metadata.name}`,
  );
  const same = compared.filter(([, one, other]) => one === other && one !== '–').map(([name]) => name);
  return answer(
    'explain',
    text`${code(nameA ?? '')} and ${code(nameB ?? '')} ${differing.length === 0 ? 'do not differ' : `differ in ${count(differing.length, 'point')}`}.`,
    {
      parts: [
        ...(differing.length === 0 ? [] : [table('', ['', nameA ?? '', nameB ?? ''], differing)]),
        ...(same.length === 0
          ? []
          : [paragraph(text`The same in both: ${joinTexts(same.map((name) => name.toLowerCase()))}.`)]),
      ],
      actions: [a, b].map(({ metadata: { name, namespace } }) =>
        action(`Explain ${name}`, formatRequest({ verb: 'explain', services: [name], namespace })),
      ),
      read: readOf(snapshot),
    },
  );
}

/** '' where that could not be read: then nothing is compared. */
function whoGetsIn(around: Surroundings): string {
  const admission = admissionOf(around);
  if (admission.is === 'unread' || around.service.spec.type === 'ExternalName') return '';
  return flatten(limitsSentence(admission)) || 'everybody';
}

function portWords(service: Service): string {
  return service.spec.ports.map((port) => `${port.port}/${port.protocol} → ${port.targetPort}`).join(', ');
}
