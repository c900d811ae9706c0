import { code, joinTexts, text } from '../../answer/text.ts';
import { conditionOf } from '../../model/kinds/condition.ts';
import { quote } from '../../model/commands.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { defineCheck } from '../check.ts';
import { describePod } from '../words/steps.ts';
import { groupsOf, howMany, listNames, severityFor } from '../words/troubled-pods.ts';

const ofLoadBalancer = /elbv2\.k8s\.aws|alb\.ingress\.k8s\.aws|load-balancer-neg-ready/u;

export default defineCheck({
  id: 'readiness-gate-not-met',
  title: 'Containers are ready, but a readiness gate keeps the pod out of the Service',
  theme: 'pods',
  severity: 'critical',
  kind: 'cause',
  explains: ['no-ready-endpoints', 'some-endpoints-not-ready', 'rollout-stuck', 'ingress-backend-unready'],
  needs: ['service', 'livePods', 'podTroubles'],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate',
  detects:
    'A live selected pod has ContainersReady True and Ready False, and a type of spec.readinessGates has no condition or one that is not True. Critical when no selected pod is ready. Silent for pods younger than two minutes.',
  find({ service, livePods, podTroubles }) {
    return groupsOf(podTroubles, ['readiness-gate'], ({ gates }) => gates.join()).map(({ first, pods, names }) => {
      const { pod, gates } = first;
      const conditions = gates.map((type) => ({ type, condition: conditionOf(pod.status.conditions, type) }));
      const told = conditions.flatMap(({ condition }) => condition?.message || condition?.reason || []);
      const balancer = gates.some((type) => ofLoadBalancer.test(type));
      return {
        severity: severityFor(livePods),
        say: text`The containers of ${howMany(pods, livePods)} of Service ${code(service.metadata.name)} are ready, but the readiness gate ${joinTexts(gates.map(code))} is not met${told.length === 0 ? ': nothing has set its condition' : ` (${shortMessage(told.join('; '))})`}.`,
        evidence: {
          ...Object.fromEntries(
            conditions.map(({ type, condition }) => [
              `status.conditions[${type}]`,
              condition === undefined ? 'absent' : `${condition.status} ${condition.reason}`.trim(),
            ]),
          ),
          pods: listNames(names),
        },
        next: [
          {
            say: balancer
              ? text`See why the load balancer finds the target unhealthy: its health check's path and port, and the firewall to the nodes`
              : text`Start (or repair) the controller that sets this condition`,
            command: `kubectl get pod ${quote(pod.metadata.name)} -n ${quote(pod.metadata.namespace)} -o jsonpath='{.status.conditions}'`,
          },
          describePod(pod),
        ],
        pods: names,
      };
    });
  },
});
