import { code, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { createGoverning } from '../../model/workloads/governing-service.ts';
import { refOf } from '../../model/kinds/meta.ts';
import { isHeadless } from '../../model/kinds/service.ts';
import { formatSelector, selectorMatches } from '../../model/selectors/selector.ts';
import { mergePatch } from '../../model/commands.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'statefulset-service-mismatch',
  title: "The StatefulSet's governing Service cannot give its pods DNS names",
  theme: 'stateful',
  severity: 'warning',
  kind: 'cause',
  explains: ['no-endpoints'],
  needs: ['service', 'statefulSets'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-hostname-and-subdomain-fields',
  detects:
    "The Service of a StatefulSet's spec.serviceName exists but is not headless (POD.SERVICE then does not resolve), or its selector does not match the StatefulSet's pod template. Silent with one replica or none, and when the template's own subdomain names another Service.",
  find({ statefulSets }) {
    return statefulSets.flatMap(({ statefulSet, serviceName, governing }) => {
      const { template, desired } = statefulSet.spec;
      if (governing === undefined || desired < 2) return [];
      if (template.spec.subdomain !== undefined && template.spec.subdomain !== serviceName) return [];
      const { name, namespace } = statefulSet.metadata;
      const headless = isHeadless(governing);
      const selects = selectorMatches(governing.spec.selector, template.labels);
      // Without a selector somebody else keeps the endpoints.
      if (headless && (selects || Object.keys(governing.spec.selector).length === 0)) return [];
      const example = `${name}-0.${serviceName}`;
      return [
        {
          say: headless
            ? text`Service ${code(serviceName)}, the serviceName of StatefulSet ${code(name)}, selects ${code(formatSelector(governing.spec.selector))}, which its pods do not carry: names such as ${code(example)} do not resolve.`
            : text`Service ${code(serviceName)}, the serviceName of StatefulSet ${code(name)}, is not headless (clusterIP ${code(governing.spec.clusterIP || 'not set')}): names such as ${code(example)} do not resolve.`,
          evidence: {
            'StatefulSet spec.serviceName': serviceName,
            'Service spec.clusterIP': governing.spec.clusterIP || governing.spec.type,
            'Service spec.selector': formatSelector(governing.spec.selector) || 'none',
            'labels of the pod template': formatSelector(template.labels),
          },
          next: headless
            ? [
                {
                  say: text`Select the pods of the StatefulSet`,
                  command: mergePatch(governing, {
                    spec: { selector: selectorPatch(governing.spec.selector, statefulSet.spec.selector) },
                  }),
                },
              ]
            : [
                {
                  say: text`clusterIP cannot be changed to None in place: delete the Service (the pods stay; callers of its cluster IP break)`,
                  command: `kubectl delete service ${quote(serviceName)} -n ${quote(namespace)}`,
                },
                { say: text`and create it again as a headless one`, command: createGoverning(statefulSet, serviceName) },
              ],
          object: refOf(governing),
        },
      ];
    });
  },
});

/** A merge patch that leaves exactly the right pairs: others are taken out with null. */
function selectorPatch(
  written: Readonly<Record<string, string>>,
  right: Readonly<Record<string, string>>,
): Record<string, string | null> {
  const gone = Object.keys(written).filter((key) => !(key in right));
  return { ...Object.fromEntries(gone.map((key) => [key, null])), ...right };
}
