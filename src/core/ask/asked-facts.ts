import { z } from 'zod';

const one = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).nonempty()]);
const name = one(z.string().min(1));

export const audiences = ['same-namespace', 'cluster', 'vpc/internal-network', 'internet', 'outside-service'] as const;
export const clouds = ['aws', 'gcp', 'azure', 'none', 'metallb', 'minikube', 'kind', 'k3s'] as const;
export const environments = ['production', 'testing', 'local'] as const;
export const appProtocols = ['TCP', 'UDP', 'SCTP', 'HTTP', 'gRPC'] as const;
export const workloadKinds = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Pod',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
] as const;

/**
 * What a message says or directly implies: only that, never a guess. An array is "all of these are stated", or for
 * `audience` "any of these readings is right". A node port is not a `port`.
 */
export const askedFactsSchema = z
  .object({
    workload: name,
    service: name,
    namespace: name,
    kind: z.enum(workloadKinds),
    port: one(z.number().int()),
    targetPort: one(z.union([z.number().int(), z.string()])),
    protocol: one(z.enum(appProtocols)),
    audience: one(z.enum(audiences)),
    stateful: z.boolean(),
    perPodAddress: z.boolean(),
    externalHost: z.string(),
    environment: z.enum(environments),
    cloud: z.enum(clouds),
    tls: z.boolean(),
    'http-routing': z.boolean(),
    staticIp: z.boolean(),
    clientIp: z.boolean(),
  })
  .partial();

export type AskedFacts = z.infer<typeof askedFactsSchema>;
export type FactName = keyof AskedFacts;
export type Audience = (typeof audiences)[number];
export type Cloud = (typeof clouds)[number];
export type Environment = (typeof environments)[number];
export type AppProtocol = (typeof appProtocols)[number];

/** The first value of a fact that may hold several. */
export function firstOf<T>(value: T | readonly T[] | undefined): T | undefined {
  return Array.isArray(value) ? (value as readonly T[])[0] : (value as T | undefined);
}

export function allOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
