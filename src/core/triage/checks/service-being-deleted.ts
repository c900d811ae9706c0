import { formatAge } from '../../answer/age.ts';
import { code, joinTexts, text } from '../../answer/text.ts';
import { describe, mergePatch } from '../../model/commands.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { defineCheck } from '../check.ts';

/** A clean-up of a cloud load balancer takes a while. */
const PATIENCE_MS = 120_000;
const failed = /fail|error|denied/iu;

export default defineCheck({
  id: 'service-being-deleted',
  title: 'The Service is being deleted and only a finalizer still holds it',
  theme: 'scope',
  severity: 'critical',
  kind: 'cause',
  explains: ['no-endpoints', 'no-ready-endpoints', 'lb-pending'],
  needs: ['service'],
  uses: ['events'],
  source:
    'https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#garbage-collecting-load-balancers',
  detects: 'metadata.deletionTimestamp is set. Said as info in the first two minutes, while no event reports a failure.',
  find({ service, events, now }) {
    const { deletedAt, finalizers, name, namespace } = service.metadata;
    if (deletedAt === undefined) return [];
    const event = events?.of(service).find((one) => one.type === 'Warning' || failed.test(one.reason));
    const age = now - deletedAt;
    const young = age < PATIENCE_MS && event === undefined;
    const holds =
      finalizers.length === 0
        ? text``
        : text` Finalizer ${joinTexts(finalizers.map(code))} holds it${event === undefined ? '' : `: ${shortMessage(event.message)}`}.`;
    return [
      {
        severity: young ? ('info' as const) : ('critical' as const),
        say: text`Service ${code(name)} was deleted ${formatAge(age)} ago and is not gone yet.${holds}`,
        evidence: {
          'metadata.deletionTimestamp': `${formatAge(age)} ago`,
          'metadata.finalizers': finalizers.join(', ') || 'none',
          ...(event !== undefined && { [`event ${event.reason}`]: shortMessage(event.message) }),
        },
        next: [
          {
            say: text`Let the controller that owns the finalizer finish: see what it says, repair its permission or start it again`,
            command: describe('service', namespace, name),
          },
          ...(finalizers.length === 0
            ? []
            : [
                {
                  say: text`Only when the load balancer in the cloud is known to be gone; then create the Service again`,
                  command: mergePatch(service, { metadata: { finalizers: null } }),
                },
              ]),
        ],
      },
    ];
  },
});
