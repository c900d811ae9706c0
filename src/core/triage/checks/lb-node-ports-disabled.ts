import { code, text } from '../../answer/text.ts';
import { annotate } from '../../model/load-balancers/balancer-commands.ts';
import { mergePatch } from '../../model/commands.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { isPendingLoadBalancer } from '../../model/load-balancers/load-balancer.ts';
import { loadBalancerEvents } from '../../model/load-balancers/load-balancer-events.ts';
import {
  cloudOf,
  hasPodTargets,
  isOfAwsController,
  isServedByOwn,
} from '../../model/load-balancers/load-balancer-providers.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'lb-node-ports-disabled',
  title: 'The load balancer needs node ports, but the Service does not allocate them',
  theme: 'load-balancer',
  severity: 'critical',
  kind: 'cause',
  explains: ['lb-pending', 'lb-provisioning-failed'],
  needs: ['service'],
  uses: ['events', 'nodes', 'clusterPods', 'addressPools'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-nodeport-allocation',
  detects:
    'allocateLoadBalancerNodePorts is false, a port has no nodePort, and the provider sends to node ports: an event says so, AWS with instance targets, or a cloud whose load balancer does not come. Silent where the provider sends to pods (IP targets, MetalLB, Cilium, kube-vip, k3s).',
  find({ service, events, nodes, clusterPods, addressPools, now }) {
    const { spec, metadata } = service;
    const without = spec.ports.filter((port) => port.nodePort === undefined);
    if (spec.type !== 'LoadBalancer' || spec.allocateLoadBalancerNodePorts || without.length === 0 || hasPodTargets(service))
      return [];
    const event =
      events === undefined
        ? undefined
        : loadBalancerEvents(service, events).find((one) => one.type === 'Warning' && /node ?ports?\b/iu.test(one.message));
    const aws = isOfAwsController(service);
    const cloud = nodes === undefined ? undefined : cloudOf(nodes.values());
    const bypasses = isServedByOwn(service, ['metallb', 'kube-vip', 'cilium', 'k3s'], { events, addressPools, clusterPods });
    const pending = isPendingLoadBalancer(service, events, now);
    const byCloud = pending && !bypasses && (aws || (cloud !== undefined && spec.loadBalancerClass === undefined));
    // The AWS cloud provider registers instances by node port, so even an address leads nowhere.
    const byAws = cloud === 'aws' && spec.loadBalancerClass === undefined && !bypasses && !aws;
    if (event === undefined && !byCloud && !byAws) return [];
    return [
      {
        say: text`The load balancer of Service ${code(metadata.name)} sends to node ports, and the Service allocates none (${code('spec.allocateLoadBalancerNodePorts')} is false).`,
        evidence: {
          'spec.allocateLoadBalancerNodePorts': false,
          'ports without nodePort': without.map((port) => `${port.port}/${port.protocol}`).join(', '),
          'target type': aws
            ? (metadata.annotations['service.beta.kubernetes.io/aws-load-balancer-nlb-target-type'] ?? 'instance (default)')
            : (cloud ?? 'unknown'),
          ...(event !== undefined && { [event.reason]: shortMessage(event.message) }),
        },
        next: [
          { say: text`Allocate them`, command: mergePatch(service, { spec: { allocateLoadBalancerNodePorts: true } }) },
          ...(aws
            ? [
                {
                  say: text`Or send to the pods directly`,
                  command: annotate(service, { 'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'ip' }),
                },
              ]
            : []),
        ],
      },
    ];
  },
});
