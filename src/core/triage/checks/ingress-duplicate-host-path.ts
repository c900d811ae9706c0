import { code, joinTexts, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import type { Ingress } from '../../model/kinds/ingress.ts';
import { coverKey, refOf } from '../../model/kinds/meta.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'ingress-duplicate-host-path',
  title: 'Two Ingresses claim the same host and path',
  theme: 'ingress',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['duplicatePaths'],
  about: 'namespace',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules',
  detects:
    'Two Ingresses of the same class have a rule with equal host, path and pathType that lead to different backends. Silent for canaries, mergeable Ingresses, challenges of cert-manager, and controllers that make one load balancer for each Ingress.',
  find({ duplicatePaths }) {
    return duplicatePaths.map(({ first, second, paths }) => {
      const { name, namespace } = second.metadata;
      return {
        object: refOf(second),
        pods: [coverKey(second)],
        say: text`Ingresses ${code(idOf(first))} and ${code(idOf(second))} both claim ${joinTexts(paths.slice(0, 3).map((path) => code(path.route)))} and lead to different backends; usually the older one, ${code(idOf(first))}, wins.`,
        evidence: {
          ...Object.fromEntries(paths.slice(0, 3).map(({ route, firstTo, secondTo }) => [route, `${firstTo} and ${secondTo}`])),
          [`${idOf(first)} created`]: createdAt(first),
          [`${idOf(second)} created`]: createdAt(second),
        },
        next: [
          {
            say: text`Remove the rule from one of them`,
            command: `kubectl edit ingress ${quote(name)} -n ${quote(namespace)}`,
          },
        ],
      };
    });
  },
});

function idOf({ metadata }: Ingress): string {
  return `${metadata.namespace}/${metadata.name}`;
}

function createdAt({ metadata }: Ingress): string {
  return metadata.createdAt === undefined ? 'unknown' : new Date(metadata.createdAt).toISOString();
}
