import { z } from 'zod';

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/u;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/u;
const qualified = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/u;
const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/u;

/** Names as the API checks them. Source: kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
export const dnsLabel = z
  .string()
  .max(63, 'must be no longer than 63 characters')
  .regex(label, 'must be a DNS label: lower-case letters, digits and dashes, beginning and ending with a letter or digit');

export const dnsSubdomain = z
  .string()
  .max(253, 'must be no longer than 253 characters')
  .regex(subdomain, 'must be a DNS name: lower-case letters, digits, dashes and dots, without scheme, port or path');

/** The name of a container port. */
export const portName = z
  .string()
  .max(15, 'a port name must be no longer than 15 characters')
  .regex(/^(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/u, 'a port name has lower-case letters, digits and single dashes')
  .regex(/[a-z]/u, 'a port name needs at least one letter');

export const portNumber = z
  .int('must be a whole number from 1 to 65535')
  .min(1, 'must be from 1 to 65535')
  .max(65535, 'must be from 1 to 65535');

export const protocol = z.enum(['TCP', 'UDP', 'SCTP'], 'must be TCP, UDP or SCTP');

export const qualifiedName = z
  .string()
  .regex(qualified, 'must be a name of at most 63 characters, with an optional DNS prefix and /');

export const labels = z.record(
  qualifiedName,
  z.string().max(63, 'a label value has at most 63 characters').regex(labelValue, 'is not a label value'),
);

/** What a manifest may say; the rest is set by the API server and stands in dumps. */
export function metadata(name: z.ZodType<string>) {
  return z.strictObject({
    name,
    namespace: dnsLabel.optional(),
    labels: labels.optional(),
    annotations: z.record(qualifiedName, z.string('an annotation is a string: put it in quotes')).optional(),
    finalizers: z.array(z.string()).optional(),
    ownerReferences: z.array(z.unknown()).optional(),
    generateName: z.string().optional(),
    uid: z.string().optional(),
    resourceVersion: z.string().optional(),
    generation: z.number().optional(),
    creationTimestamp: z.unknown().optional(),
    deletionTimestamp: z.unknown().optional(),
    deletionGracePeriodSeconds: z.unknown().optional(),
    managedFields: z.array(z.unknown()).optional(),
    selfLink: z.string().optional(),
  });
}
