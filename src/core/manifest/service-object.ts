import type { CommentedObject, ManifestObject } from './kubernetes-object.ts';
import { metadata } from './metadata.ts';
import type { ManifestPlan } from './plan.ts';

interface ServiceMore {
  readonly name?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly selector?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly comments?: CommentedObject['comments'];
}

/** A Service of this type with the plan's selector and ports; `fields` stand between the type and the selector. */
export function serviceObject(plan: ManifestPlan, type: string, more: ServiceMore = {}): CommentedObject {
  const { annotations, fields = {}, selector = plan.selector } = more;
  const ports = plan.ports.map(({ name, protocol, port, targetPort, appProtocol, nodePort }) => ({
    name,
    protocol,
    port,
    targetPort,
    ...(appProtocol === undefined ? {} : { appProtocol }),
    ...(nodePort === undefined || type === 'ClusterIP' ? {} : { nodePort }),
  }));
  const hasSelector = Object.keys(selector).length > 0;
  const object: ManifestObject = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(plan, more.name ?? plan.name, annotations === undefined ? {} : { annotations }),
    spec: {
      type,
      ...(plan.dualStack && hasSelector ? { ipFamilyPolicy: 'PreferDualStack' } : {}),
      ...fields,
      ...(plan.sticky ? { sessionAffinity: 'ClientIP' } : {}),
      ...(hasSelector ? { selector } : {}),
      ports,
    },
  };
  return {
    object,
    comments: [
      {
        at: ['spec', 'sessionAffinity'],
        say: 'one client address stays with one pod until 10800 s after its last connection (sessionAffinityConfig.clientIP.timeoutSeconds)',
      },
      { at: ['spec', 'ipFamilyPolicy'], say: 'the pods of this cluster have IPv4 and IPv6 addresses' },
      ...(hasSelector ? [{ at: ['spec', 'selector'], say: selectorComment(plan) }] : []),
      {
        at: ['spec', 'ports'],
        say: 'port: what clients call; targetPort: what the container listens on, by number or by name',
      },
      ...(more.comments ?? []),
    ],
  };
}

function selectorComment(plan: ManifestPlan): string {
  return plan.workload === undefined
    ? 'REPLACE with the labels of your pods: kubectl get pods --show-labels'
    : `the labels of the pods of ${plan.workload.kind} ${plan.workload.name}`;
}
