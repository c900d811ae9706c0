import { code, text, type Text } from '../../answer/text.ts';
import { annotate } from '../../model/load-balancers/balancer-commands.ts';
import type { Service } from '../../model/kinds/service.ts';
import { cloudOf } from '../../model/load-balancers/load-balancer-providers.ts';
import { misreadAnnotations, type Misread } from '../../model/load-balancers/misread-annotations.ts';
import { defineCheck } from '../check.ts';
import type { Draft } from '../check.ts';

const clouds = { aws: 'AWS', gce: 'Google Cloud', azure: 'Azure', metallb: 'MetalLB' } as const;

export default defineCheck({
  id: 'lb-annotation-not-understood',
  title: 'A load balancer annotation belongs to another provider, is misspelt, or has an unusable value',
  theme: 'load-balancer',
  severity: 'warning',
  kind: 'cause',
  explains: ['lb-internal-only'],
  needs: ['service'],
  uses: ['nodes'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer',
  detects:
    'A load balancer annotation of another cloud than the nodes, a key one to three letters away from a known one, a value that a known key does not take, or such annotations on a Service of another type. Silent for unknown keys with nothing near, and for several complete sets.',
  find({ service, nodes }) {
    const cloud = nodes === undefined ? undefined : cloudOf(nodes.values());
    const isLoadBalancer = service.spec.type === 'LoadBalancer';
    const misread = misreadAnnotations(service.metadata.annotations, isLoadBalancer, cloud);
    const [first] = misread;
    if (first === undefined) return [];
    const provider = cloud === undefined ? 'unknown' : clouds[cloud];
    const draft: Draft = {
      say: text`${sentenceFor(first, service, provider)}${asksForInternal(misread) && isLoadBalancer ? text` It asks for an internal load balancer, so without it a public one may have been made.` : ''}`,
      evidence: {
        ...Object.fromEntries(misread.map(({ key, value }) => [key, value])),
        ...(first.why === 'misspelt' && { 'nearest known key': first.meant }),
        'provider of the nodes': provider,
      },
      next: [stepFor(first, service)],
    };
    return [draft];
  },
});

function sentenceFor(misread: Misread, service: Service, provider: string): Text {
  const name = code(service.metadata.name);
  const key = code(misread.key);
  switch (misread.why) {
    case 'misspelt':
      return text`No controller knows the annotation ${key} of Service ${name}; probably ${code(misread.meant)} is meant.`;
    case 'value':
      return text`The annotation ${key} of Service ${name} is ${code(misread.value)}; it takes ${misread.takes}.`;
    case 'other-provider':
      return text`The annotation ${key} of Service ${name} is for ${clouds[misread.owner]}, but the nodes are of ${provider}: nobody acts on it.`;
    case 'no-load-balancer':
      return text`The annotation ${key} of Service ${name} does nothing: the Service is of type ${service.spec.type}, not LoadBalancer.`;
    default:
      return misread satisfies never;
  }
}

function stepFor(misread: Misread, service: Service): Draft['next'][number] {
  switch (misread.why) {
    case 'misspelt':
      return {
        say: text`Put the value under the right key`,
        command: annotate(service, { [misread.key]: null, [misread.meant]: misread.value }),
      };
    case 'value':
      return {
        say: text`Give it a value that it takes`,
        command: annotate(service, { [misread.key]: misread.takes.split(' or ')[0] ?? 'true' }),
      };
    case 'other-provider':
    case 'no-load-balancer':
      return {
        say: text`Take it away${misread.why === 'other-provider' ? ', and set the one of your provider' : ''}`,
        command: annotate(service, { [misread.key]: null }),
      };
    default:
      return misread satisfies never;
  }
}

function asksForInternal(misread: readonly Misread[]): boolean {
  return misread.some((one) =>
    /internal/iu.test(one.key) && !/^(?:false|no|off)$/iu.test(one.value) ? true : /^internal$/iu.test(one.value),
  );
}
