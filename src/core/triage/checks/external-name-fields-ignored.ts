import { code, joinTexts, text, type Text } from '../../answer/text.ts';
import { mergePatch } from '../../model/commands.ts';
import { formatServicePort } from '../../model/pods/ports.ts';
import { formatSelector, selectorMatches } from '../../model/selectors/selector.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'external-name-fields-ignored',
  title: 'An ExternalName Service has a selector or ports that do nothing; HTTP and TLS callers may be refused by the target',
  theme: 'external-name',
  severity: 'info',
  kind: 'note',
  explains: [],
  needs: ['service', 'namespacePods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  detects:
    'An ExternalName Service with a selector that matches pods, or with a targetPort other than the port: it is an alias in DNS, so neither has an effect. Silent with neither.',
  find({ service, namespacePods }) {
    const { type, selector, ports, externalName } = service.spec;
    if (type !== 'ExternalName') return [];
    const matched =
      Object.keys(selector).length === 0
        ? 0
        : namespacePods.filter((pod) => selectorMatches(selector, pod.metadata.labels)).length;
    const translated = ports.filter((port) => port.targetPort !== port.port);
    const ignored: readonly Text[] = [
      ...(matched > 0 ? [text`its selector (which matches ${matched} ${matched === 1 ? 'pod' : 'pods'})`] : []),
      ...(translated.length > 0 ? [text`its port ${translated.map(formatServicePort).join(', ')}`] : []),
    ];
    if (ignored.length === 0) return [];
    return [
      {
        say: text`Service ${code(service.metadata.name)} is an alias in DNS for ${code(externalName ?? '')}: ${joinTexts(ignored)} ${ignored.length === 1 ? 'does' : 'do'} nothing. HTTP and TLS callers send the alias as their host name, which the target may refuse.`,
        evidence: {
          'spec.externalName': externalName ?? '',
          ...(matched > 0 && { 'spec.selector': formatSelector(selector) }),
          ...(translated.length > 0 && { 'spec.ports': translated.map(formatServicePort).join(', ') }),
        },
        next: [
          matched > 0
            ? {
                say: text`Use type ClusterIP if the pods are meant`,
                command: mergePatch(service, { spec: { type: 'ClusterIP', externalName: null } }),
              }
            : { say: text`Let callers use the target's own port` },
          { say: text`Let HTTP clients send the target's own host name` },
        ],
      },
    ];
  },
});
