import { code, joinTexts, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { spokenProtocol, type SpokenProtocol } from '../../model/entry/backend-protocol.ts';
import { AWS_ALB, AWS_AUTO, controllerOf, NGINX } from '../../model/entry/ingress-class.ts';
import { portOf, targetsOf, type IngressTarget } from '../../model/entry/ingress-targets.ts';
import type { Ingress } from '../../model/kinds/ingress.ts';
import { coverKey, refOf } from '../../model/kinds/meta.ts';
import type { ServicePort } from '../../model/kinds/service.ts';
import { formatServicePort } from '../../model/pods/ports.ts';
import { defineCheck, type Draft } from '../check.ts';

export default defineCheck({
  id: 'ingress-backend-scheme-mismatch',
  title: 'The Ingress speaks HTTP to a backend that expects HTTPS or gRPC (or the other way round)',
  theme: 'ingress',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['ingresses', 'findService', 'podsBehind'],
  uses: ['ingressClasses'],
  about: 'namespace',
  source: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#backend-protocol',
  detects:
    'An Ingress of ingress-nginx or the AWS controller has no backend-protocol annotation, and the backend speaks HTTPS or gRPC by its readiness probe, appProtocol, the names of its ports, or 443 and 8443 on both sides; or backend-protocol is HTTPS and the backend speaks HTTP. Silent with ssl-passthrough and where the signs disagree.',
  find({ ingresses, findService, podsBehind, ingressClasses = [], target }) {
    return ingresses.flatMap((ingress) => {
      const prefix = prefixOf(controllerOf(ingress, ingressClasses));
      const { annotations } = ingress.metadata;
      if (prefix === undefined || annotations[`${prefix}/ssl-passthrough`] === 'true') return [];
      const set = annotations[`${prefix}/backend-protocol`]?.toUpperCase();
      return targetsOf(ingress, target.name).flatMap((to): readonly Draft[] => {
        const service = findService(ingress.metadata.namespace, to.service);
        if (typeof service === 'string' || service.spec.type === 'ExternalName') return [];
        const port = portOf(service, to.port);
        const spoken = port === undefined ? undefined : spokenProtocol(port, podsBehind(service));
        if (port === undefined || spoken === undefined || fits(annotations, prefix, set, spoken)) return [];
        return [draft({ ingress, to, port, spoken, set, prefix })];
      });
    });
  },
});

function prefixOf(controller: string | undefined): string | undefined {
  if (controller === NGINX) return 'nginx.ingress.kubernetes.io';
  return controller === AWS_ALB || controller === AWS_AUTO ? 'alb.ingress.kubernetes.io' : undefined;
}

function fits(
  annotations: Readonly<Record<string, string>>,
  prefix: string,
  set: string | undefined,
  { protocol }: SpokenProtocol,
): boolean {
  // What somebody has set on purpose is doubted only where it contradicts the backend outright.
  if (set !== undefined) return !(set === 'HTTPS' && protocol === 'HTTP');
  return protocol === 'HTTP' || (protocol === 'GRPC' && annotations[`${prefix}/backend-protocol-version`] === 'GRPC');
}

interface Mismatch {
  readonly ingress: Ingress;
  readonly to: IngressTarget;
  readonly port: ServicePort;
  readonly spoken: SpokenProtocol;
  readonly set: string | undefined;
  readonly prefix: string;
}

function draft({ ingress, to, port, spoken, set, prefix }: Mismatch): Draft {
  const { name, namespace } = ingress.metadata;
  const grpcOnAws = spoken.protocol === 'GRPC' && prefix.startsWith('alb');
  const annotation = grpcOnAws ? `${prefix}/backend-protocol-version` : `${prefix}/backend-protocol`;
  return {
    object: refOf(ingress),
    pods: [coverKey(ingress)],
    say: text`Ingress ${code(name)} speaks ${set ?? 'HTTP'} to Service ${code(to.service)} for ${joinTexts(to.routes.slice(0, 3).map(code))}, but the backend speaks ${spoken.protocol} (${spoken.because}).`,
    evidence: {
      [`metadata.annotations[${prefix}/backend-protocol]`]: set ?? 'not set (HTTP)',
      'port of the Service': formatServicePort(port),
      'sign of the protocol': spoken.because,
    },
    next: [
      {
        say: text`Tell the controller what the backend speaks`,
        command: `kubectl annotate ingress ${quote(name)} -n ${quote(namespace)} --overwrite ${annotation}=${spoken.protocol}`,
      },
    ],
  };
}
