import type { NextStep } from '../../answer/answer.ts';
import { code, text } from '../../answer/text.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { refOf } from '../../model/kinds/meta.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import { isEnvironmentTooBig, MANY_SERVICES, takenVariable } from '../../model/names/service-variables.ts';
import { topOwner } from '../../model/workloads/top-owner.ts';
import { hasRollouts, patchPodSpec } from '../../model/workloads/workload-commands.ts';
import { defineCheck, type Draft } from '../check.ts';
import { groupsOf, howMany, listNames } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'service-env-vars-break-pods',
  title: 'Environment variables made from Services break the pods',
  theme: 'cluster',
  severity: 'warning',
  kind: 'cause',
  explains: ['pods-crash-looping'],
  needs: ['service', 'livePods', 'podTroubles', 'namespaceServices'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables',
  detects:
    'A selected pod with enableServiceLinks crash loops, and its last words name a variable that is made from a Service (REDIS_PORT=tcp://…), or say "argument list too long" with about 1,000 Services in the namespace. Info, beneath the crash loop, when only the names of application and Service are the same and the image is known to read such variables. Silent when the container sets the variable itself.',
  find({ service, livePods, podTroubles, namespaceServices: services }) {
    return groupsOf(podTroubles, ['crash'], ({ pod }) => takenVariable(pod, services)?.variable ?? '').flatMap(
      ({ first, pods, names }): readonly Draft[] => {
        const { pod } = first;
        const tooBig = services.length >= MANY_SERVICES && pod.spec.enableServiceLinks && isEnvironmentTooBig(pod);
        const taken = takenVariable(pod, services);
        if (tooBig) {
          return [
            {
              say: text`${howMany(pods, livePods)} of Service ${code(service.metadata.name)} cannot start ("argument list too long"): the variables of the ${services.length} Services of the namespace no longer fit into the environment of a process.`,
              evidence: {
                'spec.enableServiceLinks': true,
                'Services in the namespace': services.length,
                pods: listNames(names),
              },
              next: switchOff(pod),
              pods: names,
            },
          ];
        }
        if (taken === undefined) return [];
        const { variable, value, words } = taken;
        return [
          {
            severity: words === undefined ? ('info' as const) : ('warning' as const),
            say: text`Service ${code(taken.service.metadata.name)} gives ${howMany(pods, livePods)} of Service ${code(service.metadata.name)} the variable ${code(`${variable}=${value}`)}, which the application ${words === undefined ? 'may take' : 'takes'} for a setting of its own.`,
            evidence: {
              'spec.enableServiceLinks': true,
              variable: `${variable}=${value}`,
              image: pod.spec.containers[0]?.image ?? '',
              ...(words !== undefined && { 'last words': shortMessage(words) }),
              pods: listNames(names),
            },
            next: [
              ...switchOff(pod),
              { say: text`Or give the Service another name, or set ${code(variable)} in the container` },
            ],
            object: refOf(taken.service),
            // Without words that name it, it stands beside the crash loop and explains nothing.
            pods: words === undefined ? [] : names,
          },
        ];
      },
    );
  },
});

function switchOff(pod: Pod): readonly NextStep[] {
  const owner = topOwner(pod);
  const say = text`Leave these variables out (${code('enableServiceLinks: false')} in the pod template)`;
  return [hasRollouts(owner) ? { say, command: patchPodSpec(owner, { enableServiceLinks: false }) } : { say }];
}
