import { code, joinTexts, text, type Text } from '../../answer/text.ts';
import { nearest } from '../../ask/nearest.ts';
import { quote } from '../../model/commands.ts';
import { targetsOf } from '../../model/entry/ingress-targets.ts';
import { patchFields } from '../../model/json-pointer.ts';
import { coverKey, refOf } from '../../model/kinds/meta.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'ingress-backend-service-missing',
  title: 'The Ingress names a Service that its namespace does not have',
  theme: 'ingress',
  severity: 'critical',
  kind: 'cause',
  explains: ['ingress-without-address'],
  needs: ['ingresses', 'findService', 'namespaceServices'],
  uses: ['allServices', 'namesakes'],
  about: 'namespace',
  whenMissing: true,
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  detects:
    "spec.defaultBackend or a path of an Ingress names a Service that does not exist in the Ingress's namespace. Names near ones and other namespaces that have it. Silent for resource backends and for actions of the AWS controller (port name use-annotation).",
  find({ ingresses, findService, namespaceServices, allServices, namesakes, target }) {
    return ingresses.flatMap((ingress) =>
      targetsOf(ingress, target.name).flatMap((to) => {
        const { name, namespace } = ingress.metadata;
        if (findService(namespace, to.service) !== 'missing') return [];
        const elsewhere = (allServices ?? (target.name === '' ? [] : (namesakes ?? [])))
          .filter((service) => service.metadata.name === to.service)
          .map((service) => service.metadata.namespace);
        const near = nearest(
          to.service,
          namespaceServices.map((service) => service.metadata.name),
        );
        const [right] = near;
        return [
          {
            object: refOf(ingress),
            pods: [coverKey(ingress)],
            say: text`Ingress ${code(name)} sends ${joinTexts(to.routes.slice(0, 3).map(code))} to Service ${code(to.service)}, which does not exist in namespace ${code(namespace)}${hint(elsewhere, near)}.`,
            evidence: {
              [`${to.fields[0] ?? 'backend'}.service.name`]: to.service,
              'hosts and paths': to.routes.join(', '),
              ...(elsewhere.length > 0 && { 'namespaces that have it': elsewhere.slice(0, 5).join(', ') }),
              ...(near.length > 0 && { 'nearest names': near.join(', ') }),
            },
            next: [
              ...(right === undefined
                ? []
                : [
                    {
                      say: text`Name the Service that is meant`,
                      command: patchFields(
                        ingress,
                        to.fields.map((field) => `${field}.service.name`),
                        right,
                      ),
                    },
                  ]),
              ...(elsewhere.length > 0
                ? [
                    {
                      say: text`Or move the Ingress to namespace ${code(elsewhere[0] ?? '')}: a backend is always of its own namespace`,
                    },
                  ]
                : [{ say: text`See which Services there are`, command: `kubectl get services -n ${quote(namespace)}` }]),
            ],
          },
        ];
      }),
    );
  },
});

function hint(elsewhere: readonly string[], near: readonly string[]): Text {
  if (elsewhere.length > 0) {
    return text`; it is in ${joinTexts(elsewhere.slice(0, 3).map(code))}, and an Ingress cannot reach into another namespace`;
  }
  return near.length > 0 ? text`; ${joinTexts(near.map(code), ' or ')} does` : [];
}
