import type { z } from 'zod';
import type { ManifestObject } from './kubernetes-object.ts';
import { hasShape, NO_FIELD, shapeFaults } from './shape/shape-faults.ts';
import { shapes, shapesFor, type Shapes } from './shape/shapes.ts';
import { endpointSliceSchema } from './schema/endpoint-slice.ts';
import { httpRouteSchema } from './schema/http-route.ts';
import { ingressSchema } from './schema/ingress.ts';
import { networkPolicySchema } from './schema/network-policy.ts';
import { serviceSchema } from './schema/service.ts';

/** What the API server would refuse, by field path: `spec.ports[0].nodePort`. */
export interface Fault {
  readonly path: string;
  readonly rule: string;
  /** Where it was typed; absent for what was not. */
  readonly line?: number;
}

const schemas: Readonly<Record<string, z.ZodType>> = {
  'v1/Service': serviceSchema,
  'discovery.k8s.io/v1/EndpointSlice': endpointSliceSchema,
  'networking.k8s.io/v1/Ingress': ingressSchema,
  'networking.k8s.io/v1/NetworkPolicy': networkPolicySchema,
  'gateway.networking.k8s.io/v1/HTTPRoute': httpRouteSchema,
};

/**
 * Checks one object against the rules of the API: unknown fields and types by the OpenAPI of the cluster where it could
 * be read (`own`), else by that of Kubernetes, and our own rules for enums, ranges, names, and which fields go together.
 * Rules that need the cluster (a node port that is taken) are not among them. Throws nothing.
 * Source: kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/
 */
export function validateManifest(object: ManifestObject, own: readonly Shapes[] = []): readonly Fault[] {
  const schema = schemas[`${object.apiVersion}/${object.kind}`];
  if (schema === undefined && !hasShape(object, own)) {
    return [{ path: 'kind', rule: `${object.apiVersion} ${object.kind} is not a kind that is checked here` }];
  }
  const ofShape = toldApart(shapeFaults(object, own), object, own);
  // What has the wrong type breaks the other rules as well: it is told once.
  const ofRules = ruleFaults(object, schema, hasShape(object, own));
  return [...ofShape, ...ofRules.filter((fault) => !ofShape.some((one) => one.path === fault.path))];
}

/** A field that only this cluster does not have is no typing error. */
function toldApart(faults: readonly Fault[], object: ManifestObject, own: readonly Shapes[]): readonly Fault[] {
  const by = shapesFor(object, own);
  if (by === undefined || by === shapes || by.version === undefined || shapesFor(object) === undefined) return faults;
  const elsewhere = new Set(shapeFaults(object).map((fault) => fault.path));
  return faults.map((fault) =>
    !fault.rule.startsWith(NO_FIELD) || elsewhere.has(fault.path)
      ? fault
      : {
          ...fault,
          rule: `is no field of this cluster's Kubernetes ${by.version} (${shapes.version} has it)`,
        },
  );
}

/** Which fields there are says the OpenAPI, where it is known: a cluster may have newer ones than our rules. */
function ruleFaults(object: ManifestObject, schema: z.ZodType | undefined, fieldsAreKnown: boolean): readonly Fault[] {
  const result = schema?.safeParse(object);
  if (result === undefined || result.success) return [];
  return result.error.issues.flatMap((issue): readonly Fault[] =>
    issue.code === 'unrecognized_keys'
      ? (fieldsAreKnown ? [] : issue.keys).map((key) => ({
          path: fieldPath([...issue.path, key]),
          rule: 'is no field of the API',
        }))
      : [{ path: fieldPath(issue.path), rule: issue.message }],
  );
}

function fieldPath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`),
    '',
  );
}
