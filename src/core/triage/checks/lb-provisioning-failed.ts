import { formatAge } from '../../answer/age.ts';
import { code, text } from '../../answer/text.ts';
import { eventsOf } from '../../model/load-balancers/balancer-commands.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { provisioningFailure } from '../../model/load-balancers/load-balancer-events.ts';
import { refusalOf } from '../../model/load-balancers/provisioning-refusals.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'lb-provisioning-failed',
  title: 'The cloud refused to make the load balancer',
  theme: 'load-balancer',
  severity: 'critical',
  kind: 'cause',
  explains: ['lb-pending', 'service-being-deleted'],
  needs: ['service', 'events'],
  source: 'https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/',
  detects:
    'A Warning event of the last hour on the LoadBalancer Service (SyncLoadBalancerFailed, FailedBuildModel, FailedDeployModel, UnAvailableLoadBalancer and the like) that no success followed. A warning while the load balancer has an address: then only its latest change failed.',
  find({ service, events, now }) {
    if (service.spec.type !== 'LoadBalancer') return [];
    const failure = provisioningFailure(service, events, now);
    if (failure === undefined) return [];
    const { name, deletedAt } = service.metadata;
    const refusal = refusalOf(failure.message);
    const noNodes = failure.reason === 'UnAvailableLoadBalancer';
    const served = service.status.loadBalancer.length > 0 && deletedAt === undefined && !noNodes;
    const what = noNodes
      ? 'has no node to send to'
      : deletedAt !== undefined
        ? 'cannot be deleted'
        : served
          ? 'keeps its address, but its latest change failed'
          : 'cannot be made';
    return [
      {
        severity: served ? ('warning' as const) : ('critical' as const),
        say: text`The load balancer of Service ${code(name)} ${what}, because of ${refusal.sort}: ${code(`${failure.reason}: ${shortMessage(failure.message, 300)}`)}.`,
        evidence: {
          event: failure.reason,
          message: shortMessage(failure.message, 300),
          count: failure.count,
          ...(failure.at !== undefined && { 'last seen': `${formatAge(now - failure.at)} ago` }),
          'it is about': refusal.sort,
        },
        next: [
          { say: text`${refusal.advice}` },
          { say: text`Then watch whether the controller succeeds`, command: eventsOf(service) },
        ],
      },
    ];
  },
});
