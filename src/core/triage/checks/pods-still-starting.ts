import { formatAge } from '../../answer/age.ts';
import { code, text } from '../../answer/text.ts';
import { getPods } from '../../model/commands.ts';
import { isReady } from '../../model/pods/pod-state.ts';
import { startBudgetSeconds } from '../../model/pods/start-budget.ts';
import { topOwner } from '../../model/workloads/top-owner.ts';
import { hasRollouts, rollout } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';
import { howMany, listNames, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'pods-still-starting',
  title: 'The pods have just been started and are not ready yet',
  theme: 'pods',
  severity: 'warning',
  kind: 'cause',
  explains: ['no-endpoints', 'no-ready-endpoints', 'some-endpoints-not-ready', 'ingress-backend-unready'],
  needs: ['service', 'livePods', 'podTroubles'],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-conditions',
  detects:
    'No selected pod is ready, and pods without any sign of failure are younger than two minutes or than what their start-up and readiness probes allow. Silent when other pods carry the load meanwhile, as in an ordinary rollout.',
  find({ service, livePods, podTroubles, now }) {
    const pods = podTroubles.filter((one) => one.kind === 'starting').map((one) => one.pod);
    const oldest = pods.toSorted((a, b) => (a.metadata.createdAt ?? 0) - (b.metadata.createdAt ?? 0))[0];
    if (oldest === undefined || livePods.some(isReady)) return [];
    const age = formatAge(now - (oldest.metadata.createdAt ?? now));
    const budget = formatAge(startBudgetSeconds(oldest) * 1000);
    const owner = topOwner(oldest);
    const names = namesOf(pods);
    return [
      {
        say: text`${capital(howMany(pods, livePods))} of Service ${code(service.metadata.name)} started ${age} ago and ${pods.length === 1 ? 'is' : 'are'} not ready yet; nothing has failed so far, and ${pods.length === 1 ? 'it has' : 'they have'} up to ${budget}.`,
        evidence: { 'age of the oldest': age, 'time that its probes allow': budget, pods: listNames(names) },
        next: [
          {
            say: text`Wait and look again`,
            command: hasRollouts(owner)
              ? rollout('status', owner)
              : getPods(service.metadata.namespace, service.spec.selector, ' --watch'),
          },
        ],
        // When it is about every pod it explains that there is no endpoint at all.
        ...(pods.length < livePods.length && { pods: names }),
      },
    ];
  },
});

function capital(words: ReturnType<typeof text>): ReturnType<typeof text> {
  const [first, ...rest] = words;
  return first === undefined
    ? words
    : [{ ...first, value: first.value.charAt(0).toUpperCase() + first.value.slice(1) }, ...rest];
}
