import { code, text } from '../../answer/text.ts';
import { isHeadless } from '../../model/kinds/service.ts';
import { servingContainers } from '../../model/pods/pod-state.ts';
import { topOwner } from '../../model/workloads/top-owner.ts';
import { editObject } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'no-readiness-probe',
  title: 'The pods have no readiness probe, so they get traffic before they can answer',
  theme: 'workload',
  severity: 'info',
  kind: 'note',
  explains: [],
  needs: ['service', 'livePods'],
  onlyAlone: true,
  last: true,
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-readiness-probes',
  detects:
    'No container of a live selected pod has a readinessProbe. Silent with readiness gates, for Jobs, for headless Services, in kube-system, and when something is broken.',
  find({ service, livePods, sofar }) {
    if (sofar.trouble || isHeadless(service) || service.metadata.namespace === 'kube-system') return [];
    const without = livePods.find(
      (pod) =>
        pod.spec.readinessGates.length === 0 &&
        !['Job', 'CronJob'].includes(topOwner(pod).kind) &&
        !servingContainers(pod.spec).some((container) => container.readinessProbe !== undefined),
    );
    if (without === undefined) return [];
    const owner = topOwner(without);
    const containers = without.spec.containers.map((container) => container.name).join(', ');
    return [
      {
        say: text`No container of pod ${code(without.metadata.name)} has a readiness probe: Service ${code(service.metadata.name)} sends it traffic as soon as it runs, so callers see refused connections during rollouts and restarts.`,
        evidence: { 'containers without readinessProbe': containers },
        next: [
          {
            say: text`Add a readinessProbe on the target port to the pod template`,
            command: editObject(owner),
          },
        ],
      },
    ];
  },
});
