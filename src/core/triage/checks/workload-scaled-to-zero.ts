import { formatAge } from '../../answer/age.ts';
import { code, text, type Text } from '../../answer/text.ts';
import type { NextStep } from '../../answer/answer.ts';
import { conditionOf } from '../../model/kinds/condition.ts';
import { refOf } from '../../model/kinds/meta.ts';
import type { HorizontalPodAutoscaler } from '../../model/kinds/autoscaler.ts';
import type { Workload } from '../../model/kinds/workload.ts';
import { autoscalerOf, formerCount, isOfKeda, startsOnDemand, type FormerCount } from '../../model/workloads/who-scaled.ts';
import { describeObject, scale } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'workload-scaled-to-zero',
  title: 'The workload behind the Service is scaled to zero',
  theme: 'workload',
  severity: 'critical',
  kind: 'cause',
  explains: [
    'selector-matches-no-pods',
    'no-endpoints',
    'no-ready-endpoints',
    'only-terminating-endpoints',
    'ingress-backend-unready',
    'rollout-paused',
  ],
  needs: ['service', 'livePods', 'selectedWorkloads'],
  uses: ['events', 'autoscalers'],
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#implicit-maintenance-mode-deactivation',
  detects:
    'The selector matches the pod template of a Deployment, StatefulSet or ReplicaSet with spec.replicas 0 (or of a DaemonSet that fits no node), and no live pod is selected. Silent when an autoscaler starts it on the first request.',
  find({ service, livePods, selectedWorkloads, events, autoscalers, now }) {
    if (livePods.length > 0 || selectedWorkloads.some((workload) => workload.spec.desired > 0)) return [];
    if (selectedWorkloads.some((workload) => startsOnDemand(workload, service))) return [];
    return selectedWorkloads.map((workload) => {
      const former = formerCount(workload, events);
      const autoscaler = autoscalerOf(workload, autoscalers ?? []);
      const { kind, metadata } = workload;
      const daemon = kind === 'DaemonSet';
      const manager = metadata.replicasSetBy;
      return {
        say: daemon
          ? text`DaemonSet ${code(metadata.name)} behind Service ${code(service.metadata.name)} fits no node (${code('status.desiredNumberScheduled: 0')}), so there is no pod to send traffic to.`
          : text`${kind} ${code(metadata.name)} behind Service ${code(service.metadata.name)} is scaled to zero (${code('spec.replicas: 0')}), so there is no pod to send traffic to.${whoScaled(former, autoscaler)}`,
        evidence: {
          [`${kind} ${metadata.name} ${daemon ? 'status.desiredNumberScheduled' : 'spec.replicas'}`]: 0,
          ...(former !== undefined && { [`former replicas (${former.from})`]: former.replicas }),
          ...(manager !== undefined && {
            'spec.replicas last set by': `${manager.manager}${manager.time === undefined ? '' : `, ${formatAge(now - manager.time)} ago`}`,
          }),
          ...(autoscaler !== undefined && autoscalerEvidence(autoscaler)),
        },
        next: daemon ? daemonSteps(workload) : scaleSteps(workload, former, autoscaler),
      };
    });
  },
});

function whoScaled(former: FormerCount | undefined, autoscaler: HorizontalPodAutoscaler | undefined): Text {
  const before = former === undefined ? text`` : text` It had ${former.replicas} before (${former.from}).`;
  if (autoscaler === undefined) return before;
  return isOfKeda(autoscaler)
    ? text`${before} KEDA scales it (${code(autoscaler.metadata.name)}) and keeps it at zero while its trigger is idle.`
    : text`${before} Its HorizontalPodAutoscaler ${code(autoscaler.metadata.name)} is inactive while replicas is 0.`;
}

function autoscalerEvidence(autoscaler: HorizontalPodAutoscaler): Record<string, string> {
  const { minReplicas, maxReplicas } = autoscaler.spec;
  const active = conditionOf(autoscaler.status.conditions, 'ScalingActive');
  return {
    [`HorizontalPodAutoscaler ${autoscaler.metadata.name}`]: `${minReplicas} to ${maxReplicas} replicas${active === undefined || active.reason === '' ? '' : `, ${active.reason}`}`,
  };
}

function scaleSteps(
  workload: Workload,
  former: FormerCount | undefined,
  autoscaler: HorizontalPodAutoscaler | undefined,
): readonly NextStep[] {
  const replicas = former?.replicas ?? Math.max(2, autoscaler?.spec.minReplicas ?? 2);
  const command = scale(refOf(workload), replicas);
  return [
    { say: text`Scale it up again`, ...(command !== undefined && { command }) },
    { say: text`See who scaled it down, or it will happen again`, command: describeObject(refOf(workload)) },
  ];
}

function daemonSteps(workload: Workload): readonly NextStep[] {
  return [
    {
      say: text`Compare its nodeSelector, affinity and tolerations with the labels and taints of the nodes`,
      command: describeObject(refOf(workload)),
    },
    { say: text`See the nodes' labels`, command: 'kubectl get nodes --show-labels' },
  ];
}
