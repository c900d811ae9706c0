import { allOf, audiences, type AskedFacts } from '../../core/ask/asked-facts.ts';
import { parseRecommendationType } from '../../core/ask/recommendation-type.ts';
import type { ManifestRequest } from '../../core/ask/request.ts';
import { dnsNameOf, usableAddresses } from '../../core/manifest/outside-target.ts';
import { dnsLabel } from '../../core/manifest/schema/names.ts';
import { takesHost, unsaid, type FormField, type FormFields } from '../../render/slack/views/manifest-form-view.ts';
import type { FormState } from './form-state.ts';
import { readPortLines } from './port-lines.ts';

export type FormFaults = Partial<Record<FormField, string>>;

/**
 * The form as an ordinary request. What k8s-svc filled in and nobody changed stays its own choice, so that the name of a
 * NodePort Service is not that of the ClusterIP Service before. Throws nothing.
 */
export function formRequest(
  { base, filled }: Pick<FormState, 'base' | 'filled'>,
  fields: FormFields,
): { readonly request: ManifestRequest } | { readonly faults: FormFaults } {
  const faults: FormFaults = {};
  const type = parseRecommendationType(fields.type);
  if (type === undefined) faults.type = 'Choose a type.';
  const typed = (field: 'name' | 'namespace' | 'ports') => (fields[field] === filled[field] ? '' : fields[field]);
  const name = typed('name');
  if (name !== '') addFault(faults, 'name', nameFault(name));
  const namespace = typed('namespace');
  if (namespace !== '' && !dnsLabel.safeParse(namespace).success)
    faults.namespace =
      'A namespace has lower-case letters, digits and dashes, at most 63, and begins and ends with a letter or digit.';
  const ports = typed('ports');
  const read = ports === '' ? undefined : readPortLines(ports);
  if (read !== undefined && 'fault' in read) faults.ports = read.fault;
  const { host } = fields;
  if (host !== '') addFault(faults, 'host', hostFault(host, type));
  if (type === undefined || Object.keys(faults).length > 0) return { faults };

  const { externalHost: before, ...known } = base.known;
  const keepsHost = !takesHost(type) ? before : host === '' ? undefined : host;
  return {
    request: {
      ...base,
      type,
      ...(namespace === '' ? {} : { namespace }),
      known: {
        ...known,
        ...(name === '' ? {} : { service: name }),
        ...(read === undefined || 'fault' in read ? {} : portFacts(read, base.known)),
        ...audienceOf(fields.audience, base.known),
        ...(keepsHost === undefined ? {} : { externalHost: keepsHost }),
      },
    },
  };
}

function addFault(faults: FormFaults, field: FormField, fault: string | undefined): void {
  if (fault !== undefined) faults[field] = fault;
}

/** Names of Services begin with a letter: clusters before 1.34 take nothing else. Longer ones leave no room for an ending. */
function nameFault(name: string): string | undefined {
  return name.length <= 60 && /^[a-z]/u.test(name) && dnsLabel.safeParse(name).success
    ? undefined
    : 'A Service name has lower-case letters, digits and dashes, at most 60, begins with a letter and ends with a letter or digit.';
}

function hostFault(host: string, type: ManifestRequest['type'] | undefined): string | undefined {
  if (dnsNameOf(host) !== undefined) return undefined;
  if (type === 'selectorless-Service')
    return usableAddresses([host]).length > 0
      ? undefined
      : 'Write a DNS name or the address of what is outside, for example 192.0.2.10.';
  return 'Write a DNS name without scheme, port and path, for example app.example.com.';
}

function portFacts(
  { ports, targets, protocols }: Exclude<ReturnType<typeof readPortLines>, { readonly fault: string }>,
  known: AskedFacts,
): AskedFacts {
  // HTTP and gRPC are TCP: what was said of them still holds.
  const said = allOf(known.protocol);
  const isTcp = protocols.every((one) => one === 'TCP') && said.every((one) => one !== 'UDP' && one !== 'SCTP');
  return {
    port: oneOrMore(ports),
    targetPort: oneOrMore(targets),
    protocol: isTcp && said.length > 0 ? known.protocol : oneOrMore(protocols),
  };
}

/** A fact with one value is that value, as the words of a request make it. */
function oneOrMore<T>(values: readonly T[]): T | [T, ...T[]] | undefined {
  const [first, ...more] = values;
  return first === undefined || more.length === 0 ? first : [first, ...more];
}

function audienceOf(chosen: string, known: AskedFacts): AskedFacts {
  if (chosen === unsaid) return { audience: undefined };
  const audience = audiences.find((one) => one === chosen);
  // Several readings of what was said are shown as the first of them: choosing nothing else leaves them all.
  return audience === undefined || allOf(known.audience)[0] === audience ? {} : { audience };
}
