import { code, count, joinTexts, text } from '../../answer/text.ts';
import { backingApps, labelThatTells, sameLabel, type BackingApp } from '../../model/workloads/backing-apps.ts';
import { getPods, patchSelector } from '../../model/commands.ts';
import { isHeadless, selectsPods, type Service } from '../../model/kinds/service.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import { topOwner } from '../../model/workloads/top-owner.ts';
import { formatSelector } from '../../model/selectors/selector.ts';
import { defineCheck } from '../check.ts';
import { formatOwner, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'selector-matches-several-workloads',
  title: 'The Service sends traffic to pods of different applications',
  theme: 'selector',
  severity: 'warning',
  kind: 'cause',
  explains: ['target-port-name-partial', 'target-port-not-declared'],
  needs: ['service', 'livePods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  detects:
    'The live selected pods belong to two or more workloads that are not variants of one application: their images come from different repositories, or one of them does not declare the target port. Silent for canaries and blue/green pairs, and for a headless Service over several StatefulSets of one application.',
  find({ service, livePods }) {
    if (!selectsPods(service) || areOfOneWorkload(livePods)) return [];
    const apps = backingApps(service, livePods);
    if (apps.length < 2 || areVariants(apps) || arePeers(apps, service)) return [];
    const meant = meantApp(apps, service);
    const others = apps.filter((app) => app !== meant);
    const tells = meant === undefined ? undefined : labelThatTells(meant, others);
    const { name, namespace } = service.metadata;
    return [
      {
        say: text`Service ${code(name)} selects ${code(formatSelector(service.spec.selector))} and so sends traffic to pods of ${apps.length} different applications: ${joinTexts(apps.map((app) => text`${app.owner.kind} ${code(app.owner.name)} (${count(app.pods.length, 'pod')}, image ${code(app.image)}${app.servesPorts ? '' : ', which does not declare the target port'})`))}.`,
        evidence: {
          'spec.selector': formatSelector(service.spec.selector),
          ...Object.fromEntries(
            apps.map((app) => [
              formatOwner(app.owner),
              `${count(app.pods.length, 'pod')}, ${app.image}, target port ${app.servesPorts ? 'declared' : 'not declared'}`,
            ]),
          ),
        },
        next: [
          tells === undefined || meant === undefined
            ? {
                say: text`Give the pods that are meant a label of their own, and add it to the selector`,
                command: getPods(namespace, service.spec.selector, ' --show-labels'),
              }
            : {
                say: text`Add the label that only ${formatOwner(meant.owner)} has`,
                command: patchSelector(service, { [tells.key]: tells.value }),
              },
          { say: text`See which pods it selects`, command: getPods(namespace, service.spec.selector, ' --show-labels') },
        ],
        pods: namesOf(others.flatMap((app) => app.pods)),
      },
    ];
  },
});

/** A canary or the other colour: the same image, or the same name and component, on the same port. */
function areVariants(apps: readonly BackingApp[]): boolean {
  if (!apps.every((app) => app.servesPorts)) return false;
  const oneImage = new Set(apps.map((app) => app.repository)).size === 1;
  return oneImage || (sameLabel(apps, 'app.kubernetes.io/name') && sameLabel(apps, 'app.kubernetes.io/component'));
}

/** So it nearly always is, and then nobody has to be told apart. */
function areOfOneWorkload(pods: readonly Pod[]): boolean {
  const [first] = pods;
  if (first === undefined) return true;
  const { kind, name } = topOwner(first);
  return kind !== 'Pod' && pods.every((pod) => topOwner(pod).name === name && topOwner(pod).kind === kind);
}

/** Master, data and ingest nodes of one database find each other by such a Service. */
function arePeers(apps: readonly BackingApp[], service: Service): boolean {
  return isHeadless(service) && apps.every((app) => app.owner.kind === 'StatefulSet');
}

/** The application of the Service's name, or the only one that serves its port. */
function meantApp(apps: readonly BackingApp[], service: Service): BackingApp | undefined {
  const named = apps.find((app) => app.owner.name === service.metadata.name);
  const serving = apps.filter((app) => app.servesPorts);
  return named ?? (serving.length === 1 ? serving[0] : undefined);
}
