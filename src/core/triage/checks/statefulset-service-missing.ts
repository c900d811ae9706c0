import { code, text } from '../../answer/text.ts';
import { createGoverning, isMember, namesPeers } from '../../model/workloads/governing-service.ts';
import { refOf } from '../../model/kinds/meta.ts';
import { resolutionFailure } from '../../model/names/used-names.ts';
import { selectorMatches } from '../../model/selectors/selector.ts';
import { slipBetween } from '../../model/selectors/slip.ts';
import { defineCheck } from '../check.ts';
import { listNames, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'statefulset-service-missing',
  title: 'The StatefulSet names a Service that does not exist, so its pods have no DNS names',
  theme: 'stateful',
  severity: 'critical',
  kind: 'cause',
  explains: ['pods-crash-looping', 'readiness-probe-failing', 'init-container-stuck'],
  needs: ['statefulSets', 'namespaceServices'],
  uses: ['podTroubles'],
  about: 'both',
  whenMissing: true,
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  detects:
    'spec.serviceName of a StatefulSet is set and its namespace has no Service of that name, so that POD.SERVICE does not resolve. A warning with one replica whose template names no pod by that Service. Silent when serviceName is empty.',
  find({ statefulSets, namespaceServices: services, podTroubles }) {
    return statefulSets.flatMap(({ statefulSet, serviceName, governing }) => {
      if (governing !== undefined) return [];
      const { name, namespace } = statefulSet.metadata;
      const { template, desired } = statefulSet.spec;
      const usesNames = namesPeers(template.spec, serviceName);
      const [near] = services
        .map((one) => one.metadata.name)
        .flatMap((other) => {
          const far = slipBetween(other, serviceName);
          return far === undefined ? [] : [{ other, far }];
        })
        .sort((a, b) => a.far - b.far)
        .map(({ other }) => other);
      const selecting = services
        .filter((one) => selectorMatches(one.spec.selector, template.labels))
        .map((one) => one.metadata.name);
      // Another reason of theirs is not made by a missing name.
      const affected = (podTroubles ?? [])
        .filter(({ pod }) => isMember(pod, statefulSet) && (usesNames || resolutionFailure(pod) !== undefined))
        .map(({ pod }) => pod);
      return [
        {
          severity: desired > 1 || usesNames || affected.length > 0 ? ('critical' as const) : ('warning' as const),
          say: text`StatefulSet ${code(name)} has ${code(`serviceName: ${serviceName}`)}, but namespace ${code(namespace)} has no Service of that name${near === undefined ? '' : text` (there is ${code(near)})`}: names such as ${code(`${name}-0.${serviceName}`)} do not resolve.`,
          evidence: {
            'spec.serviceName': serviceName,
            'name that fails': `${name}-0.${serviceName}.${namespace}.svc`,
            'Services that select its pods': listNames(selecting) || 'none',
            ...(near !== undefined && { 'near name': near }),
          },
          next: [
            {
              say: text`Create the headless Service of exactly that name (serviceName itself cannot be changed)`,
              command: createGoverning(statefulSet, serviceName),
            },
          ],
          object: refOf(statefulSet),
          pods: namesOf(affected),
        },
      ];
    });
  },
});
