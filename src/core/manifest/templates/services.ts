import type { CommentedObject } from '../kubernetes-object.ts';
import { internalAnnotations, publicAnnotations } from '../load-balancer-annotations.ts';
import type { ManifestPlan } from '../plan.ts';
import { serviceObject } from '../service-object.ts';

export function clusterIpTemplate(plan: ManifestPlan): readonly CommentedObject[] {
  return [serviceObject(plan, 'ClusterIP')];
}

export function nodePortTemplate(plan: ManifestPlan): readonly CommentedObject[] {
  const say = plan.ports.some((port) => port.nodePort !== undefined)
    ? 'nodePort: open on every node, within 30000-32767 by default'
    : 'without nodePort the cluster chooses a free one between 30000 and 32767';
  return [serviceObject(plan, 'NodePort', { fields: trafficPolicy(plan), comments: [{ at: ['spec', 'type'], say }] })];
}

export function loadBalancerTemplate(plan: ManifestPlan): readonly CommentedObject[] {
  const annotations = publicAnnotations(plan.cloud, plan.staticIp);
  return [
    serviceObject(plan, 'LoadBalancer', {
      fields: trafficPolicy(plan),
      ...(annotations === undefined ? {} : { annotations, comments: [annotationComment(plan)] }),
    }),
  ];
}

export function loadBalancerInternalTemplate(plan: ManifestPlan): readonly CommentedObject[] {
  return [
    serviceObject(plan, 'LoadBalancer', {
      annotations: internalAnnotations(plan.cloud),
      fields: trafficPolicy(plan),
      comments: [annotationComment(plan)],
    }),
  ];
}

export function headlessTemplate(plan: ManifestPlan): readonly CommentedObject[] {
  return [
    serviceObject(plan, 'ClusterIP', {
      fields: { clusterIP: 'None', ...(plan.stateful ? { publishNotReadyAddresses: true } : {}) },
      comments: [
        { at: ['spec', 'clusterIP'], say: 'headless: DNS answers with the addresses of the pods' },
        ...(plan.stateful
          ? [
              { at: ['spec', 'publishNotReadyAddresses'], say: 'peers find each other before they are ready' },
              { at: ['metadata', 'name'], say: 'the StatefulSet must say this name in spec.serviceName' },
            ]
          : []),
      ],
    }),
  ];
}

export function externalNameTemplate(plan: ManifestPlan): readonly CommentedObject[] {
  const { object } = serviceObject(plan, 'ExternalName');
  return [
    {
      object: { ...object, spec: { type: 'ExternalName', externalName: plan.externalHost } },
      comments: [{ at: ['spec', 'externalName'], say: 'a DNS name: no scheme, port or path, and no IP address' }],
    },
  ];
}

/** One Service a pod: each selects its pod by the label that the StatefulSet controller sets. */
export function eachPodTemplate(plan: ManifestPlan, type: 'LoadBalancer' | 'NodePort'): readonly CommentedObject[] {
  const workload = plan.workload?.name ?? plan.name;
  const annotations = type === 'LoadBalancer' ? publicAnnotations(plan.cloud, plan.staticIp) : undefined;
  return Array.from({ length: plan.replicas }, (_, index) => {
    const pod = `${workload}-${index}`;
    return serviceObject(plan, type, {
      name: `${plan.name}-${index}`,
      selector: { 'statefulset.kubernetes.io/pod-name': pod },
      fields: trafficPolicy(plan),
      ...(annotations === undefined ? {} : { annotations }),
      comments: [{ at: ['spec', 'selector'], say: `pod ${pod} alone: the StatefulSet controller sets this label` }],
    });
  });
}

function trafficPolicy(plan: ManifestPlan): Readonly<Record<string, string>> {
  return plan.keepClientIp ? { externalTrafficPolicy: 'Local' } : {};
}

function annotationComment({ cloud }: ManifestPlan): CommentedObject['comments'][number] {
  const says: Readonly<Record<string, string>> = {
    aws: 'read by the AWS Load Balancer Controller; EKS Auto Mode takes spec.loadBalancerClass: eks.amazonaws.com/nlb besides the scheme',
    gcp: 'read by GKE',
    azure: 'read by AKS',
    metallb: 'read by MetalLB; the address must lie in one of its pools',
  };
  const unknown =
    'keep those of your cloud: AWS Load Balancer Controller, GKE (networking.gke.io), AKS (azure); others ignore them';
  return { at: ['metadata', 'annotations'], say: says[cloud ?? ''] ?? unknown };
}
