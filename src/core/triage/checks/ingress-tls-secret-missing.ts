import { code, joinTexts, text } from '../../answer/text.ts';
import { describe, quote } from '../../model/commands.ts';
import { controllerOf, takesCertificatesElsewhere } from '../../model/entry/ingress-class.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import type { Certificate } from '../../model/kinds/certificate.ts';
import { conditionOf, type Condition } from '../../model/kinds/condition.ts';
import type { KubernetesEvent } from '../../model/kinds/event.ts';
import type { Ingress } from '../../model/kinds/ingress.ts';
import { coverKey, refOf } from '../../model/kinds/meta.ts';
import { defineCheck, type Draft } from '../check.ts';

/** An issuer takes a moment, and an HTTP-01 challenge a few minutes. */
const ISSUE_MS = 300_000;

export default defineCheck({
  id: 'ingress-tls-secret-missing',
  title: "The Ingress's TLS Secret is missing or of the wrong type; callers get a default certificate or none",
  theme: 'ingress',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['ingresses'],
  uses: ['events', 'certificates', 'ingressClasses', 'ingressControllers'],
  about: 'namespace',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  detects:
    'Secrets are never read: a Warning event of the controller names spec.tls[].secretName, or the cert-manager Certificate for it is not Ready for more than five minutes, or a host of spec.rules is in no spec.tls[].hosts. Silent where the controller has certificates of its own (AWS, GKE, a default certificate of ingress-nginx).',
  find({ ingresses, events, certificates = [], ingressClasses = [], ingressControllers = [], now }) {
    return ingresses.flatMap((ingress): readonly Draft[] => {
      const { tls, tlsHosts, hosts } = ingress.spec;
      const controller = controllerOf(ingress, ingressClasses);
      const ownDefault = ingressControllers.some(
        (one) => one.controller === controller && one.args.some((arg) => arg.startsWith('--default-ssl-certificate=')),
      );
      if (tls.length === 0 || ownDefault || takesCertificatesElsewhere(controller)) return [];
      const warnings = events?.of(ingress).filter((event) => event.type === 'Warning') ?? [];
      const said = tls.flatMap(({ secretName, hosts: covered }): readonly Draft[] => {
        if (secretName === undefined) return [];
        const event = warnings.find((one) => speaksOf(one, secretName));
        if (event !== undefined) return [secretMissing(ingress, secretName, covered, event)];
        const certificate = certificates.find((one) => one.spec.secretName === secretName);
        const ready = conditionOf(certificate?.status.conditions ?? [], 'Ready');
        const late = now - (ready?.since ?? certificate?.metadata.createdAt ?? now) > ISSUE_MS;
        return certificate !== undefined && ready?.status === 'False' && late
          ? [notIssued(ingress, secretName, certificate, ready)]
          : [];
      });
      const open = tls.some((one) => one.hosts.length === 0)
        ? []
        : hosts.filter((host) => !tlsHosts.some((one) => covers(one, host)));
      return said.length > 0 || open.length === 0 ? said : [uncovered(ingress, open)];
    });
  },
});

function speaksOf({ message }: KubernetesEvent, secret: string): boolean {
  const words = message.split(/[^A-Za-z0-9.-]+/u).map((word) => word.replace(/\.$/u, ''));
  return (
    words.includes(secret) &&
    /not found|does not exist|doesn't exist|missing|no such|invalid|type|tls\.(?:crt|key)/iu.test(message)
  );
}

function covers(pattern: string, host: string): boolean {
  return pattern === host || (pattern.startsWith('*.') && host.slice(host.indexOf('.')) === pattern.slice(1));
}

function secretMissing(ingress: Ingress, secret: string, hosts: readonly string[], event: KubernetesEvent): Draft {
  const { name, namespace } = ingress.metadata;
  return {
    ...about(ingress),
    say: text`Ingress ${code(name)} has no certificate: its controller cannot use Secret ${code(secret)} (${code(shortMessage(event.message))}).`,
    evidence: {
      'spec.tls[].secretName': secret,
      'spec.tls[].hosts': hosts.join(', ') || 'all',
      event: `${event.reason}: ${shortMessage(event.message)}`,
    },
    next: [
      {
        say: text`Make the Secret in the Ingress's namespace`,
        command: `kubectl create secret tls ${quote(secret)} -n ${quote(namespace)} --cert=FILE --key=FILE`,
      },
      { say: text`See what the controller says`, command: describe('ingress', namespace, name) },
    ],
  };
}

function notIssued(ingress: Ingress, secret: string, certificate: Certificate, ready: Condition): Draft {
  const { name, namespace } = certificate.metadata;
  return {
    ...about(ingress),
    say: text`Ingress ${code(ingress.metadata.name)} waits for its certificate: cert-manager has not issued Certificate ${code(name)} for Secret ${code(secret)} (${code(ready.reason)}${ready.message === '' ? '' : `, ${shortMessage(ready.message)}`}).`,
    evidence: {
      'spec.tls[].secretName': secret,
      [`Certificate ${name}, conditions[Ready]`]: `${ready.status}, ${ready.reason}`,
      Secret: 'unknown: Secrets are not read',
    },
    next: [{ say: text`See why it is not issued`, command: describe('certificate', namespace, name) }],
  };
}

function uncovered(ingress: Ingress, hosts: readonly string[]): Draft {
  const { name, namespace } = ingress.metadata;
  return {
    ...about(ingress),
    say: text`Ingress ${code(name)} has TLS, but not for ${joinTexts(hosts.slice(0, 3).map(code))}: over HTTPS callers get the controller's default certificate there.`,
    evidence: {
      'hosts of spec.rules without spec.tls': hosts.join(', '),
      'spec.tls[].hosts': ingress.spec.tlsHosts.join(', '),
    },
    next: [
      {
        say: text`Add the hosts to ${code('spec.tls')}, with a certificate that is for them`,
        command: `kubectl edit ingress ${quote(name)} -n ${quote(namespace)}`,
      },
    ],
  };
}

function about(ingress: Ingress): Pick<Draft, 'object' | 'pods'> {
  return { object: refOf(ingress), pods: [coverKey(ingress)] };
}
