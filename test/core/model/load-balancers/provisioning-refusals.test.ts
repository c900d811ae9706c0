import { describe, expect, it } from 'vitest';
import { indexEvents } from '../../../../src/core/model/event-index.ts';
import { provisioningFailure } from '../../../../src/core/model/load-balancers/load-balancer-events.ts';
import { refusalOf } from '../../../../src/core/model/load-balancers/provisioning-refusals.ts';
import { now, serviceIn, snapshotOf } from '../../../support/snapshot-of.ts';

describe('what a cloud says about a load balancer', () => {
  it.each([
    ['Failed build model due to unable to resolve at least one subnet (0 match VPC and tags)', 'the subnets'],
    ['could not find any suitable subnets for creating the ELB', 'the subnets'],
    ['AccessDenied: User is not authorized to perform: elasticloadbalancing:CreateLoadBalancer', 'a missing permission'],
    ["AuthorizationFailed: The client does not have authorization over scope '…/publicIPAddresses/x'", 'a missing permission'],
    ['TooManyLoadBalancers: Exceeded quota of account', 'a quota of the cloud that is used up'],
    [
      "QUOTA_EXCEEDED - Quota 'STATIC_ADDRESSES' exceeded. Limit: 8.0 in region europe-west3.",
      'a quota of the cloud that is used up',
    ],
    [
      "googleapi: Error 403: QUOTA_EXCEEDED - Quota 'FORWARDING_RULES' exceeded. Limit: 15.0 in region europe-west1.",
      'a quota of the cloud that is used up',
    ],
    ["googleapi: Error 403: Required 'compute.addresses.create' permission", 'a missing permission'],
    ['PublicIPCountLimitReached: Cannot create more than 10 public IP addresses', 'a quota of the cloud that is used up'],
    [
      'Multiple tagged security groups found for instance i-0abc; ensure only the k8s security group is tagged',
      'the security groups',
    ],
    ['There are no available nodes for LoadBalancer', 'no node that could take the traffic'],
    ['user supplied IP Address 20.1.2.3 was not found in resource group mc-shop', 'the requested address'],
    ['something odd', 'a reason of its own'],
  ])('%s is about %s', (message, sort) => {
    expect(refusalOf(message).sort).toBe(sort);
  });
});

const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const event = (at: number, reason: string, minutes: number, type = 'Warning') =>
  `--- { apiVersion: v1, kind: Event, metadata: { name: e${at}, namespace: shop }, type: ${type}, reason: ${reason}, message: m, lastTimestamp: '${minutesAgo(minutes)}', involvedObject: { kind: Service, namespace: shop, name: web } }`;

describe('the failure that counts', () => {
  it.each([
    [[['SyncLoadBalancerFailed', 5, 'Warning']], 'SyncLoadBalancerFailed'],
    [[['SyncLoadBalancerFailed', 61, 'Warning']], undefined],
    [
      [
        ['FailedDeployModel', 9, 'Warning'],
        ['SuccessfullyReconciled', 3, 'Normal'],
      ],
      undefined,
    ],
    [
      [
        ['FailedDeployModel', 3, 'Warning'],
        ['SuccessfullyReconciled', 9, 'Normal'],
      ],
      'FailedDeployModel',
    ],
    [
      [
        ['EnsuringLoadBalancer', 3, 'Normal'],
        ['SyncLoadBalancerFailed', 4, 'Warning'],
      ],
      'SyncLoadBalancerFailed',
    ],
    [[['FailedToUpdateEndpointSlices', 3, 'Warning']], undefined],
    [[['AllocationFailed', 3, 'Warning']], undefined],
  ] as const)('of %j is %s', async (said, reason) => {
    const snapshot = await snapshotOf(
      '--- { apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: { type: LoadBalancer } }',
      ...said.map(([name, minutes, type], at) => event(at, name, minutes, type)),
    );
    const events = snapshot.in('events', 'shop');
    const index = indexEvents(events.read ? events.value : []);
    expect(provisioningFailure(serviceIn(snapshot, 'web'), index, now)?.reason).toBe(reason);
  });
});
