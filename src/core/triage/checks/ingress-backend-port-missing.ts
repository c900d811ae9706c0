import { code, joinTexts, text } from '../../answer/text.ts';
import { nearest } from '../../ask/nearest.ts';
import { describe } from '../../model/commands.ts';
import { portOf, targetsOf } from '../../model/entry/ingress-targets.ts';
import { patchFields } from '../../model/json-pointer.ts';
import { coverKey, refOf } from '../../model/kinds/meta.ts';
import type { Service, ServicePort } from '../../model/kinds/service.ts';
import { formatServicePort } from '../../model/pods/ports.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'ingress-backend-port-missing',
  title: 'The Ingress names a port that the Service does not have',
  theme: 'ingress',
  severity: 'critical',
  kind: 'cause',
  explains: [],
  needs: ['ingresses', 'findService'],
  about: 'namespace',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  detects:
    "backend.service.port.number or .name of an Ingress is not among the Service's ports[].port or ports[].name. Silent for ExternalName Services and for actions of the AWS controller (port name use-annotation).",
  find({ ingresses, findService, target }) {
    return ingresses.flatMap((ingress) =>
      targetsOf(ingress, target.name).flatMap((to) => {
        const { namespace } = ingress.metadata;
        const service = findService(namespace, to.service);
        if (typeof service === 'string' || service.spec.type === 'ExternalName') return [];
        if (to.port === undefined || portOf(service, to.port) !== undefined) return [];
        const right = meantPort(service, to.port);
        const ports = service.spec.ports;
        return [
          {
            object: refOf(ingress),
            pods: [coverKey(ingress)],
            say: text`Ingress ${code(ingress.metadata.name)} sends ${joinTexts(to.routes.slice(0, 3).map(code))} to port ${code(to.port)} of Service ${code(to.service)}, which ${ports.length === 0 ? 'has no port' : text`has only ${joinTexts(ports.map((port) => code(formatServicePort(port))))}`}${isTargetPort(service, to.port) ? ': that is the port of the pods, not of the Service' : ''}; callers get an error there.`,
            evidence: {
              [`${to.fields[0] ?? 'backend'}.service.name`]: to.service,
              [`${to.fields[0] ?? 'backend'}.service.port`]: to.port,
              'spec.ports of the Service': ports.map(formatServicePort).join(', ') || 'none',
            },
            next: [
              right === undefined
                ? {
                    say: text`Write a port that the Service has, for example ${code(ports[0]?.port ?? 80)}`,
                    command: patchFields(ingress, portFields(to.fields), { number: ports[0]?.port ?? 80 }),
                  }
                : {
                    say: text`Write the port of the Service`,
                    command: patchFields(ingress, portFields(to.fields), { number: right.port }),
                  },
              { say: text`See what the Service offers`, command: describe('service', namespace, to.service) },
            ],
          },
        ];
      }),
    );
  },
});

function portFields(fields: readonly string[]): readonly string[] {
  return fields.map((field) => `${field}.service.port`);
}

function isTargetPort(service: Service, written: number | string): boolean {
  return service.spec.ports.some((port) => port.targetPort === written);
}

/** The only port, the one that leads to the container port that was written, or the one with a near name. */
function meantPort({ spec: { ports } }: Service, written: number | string): ServicePort | undefined {
  if (ports.length === 1) return ports[0];
  const byTarget = ports.filter((port) => port.targetPort === written);
  if (byTarget.length === 1) return byTarget[0];
  const [near] = nearest(
    String(written),
    ports.map((port) => port.name).filter((name) => name !== ''),
    1,
  );
  return typeof written === 'string' ? ports.find((port) => port.name === near) : undefined;
}
