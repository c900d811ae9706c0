import { code, count, joinTexts, text } from '../../answer/text.ts';
import { patchSelector } from '../../model/commands.ts';
import { selectsPods } from '../../model/kinds/service.ts';
import { isLive } from '../../model/pods/pod-state.ts';
import { formatSelector, selectorMatches } from '../../model/selectors/selector.ts';
import { defineCheck } from '../check.ts';

/** Keys whose value changes with a release. A Rollout controller writes its own hash on purpose. */
const versionKeys =
  /(^|[./-])(version|release|track|color|colour|slot|build|commit|sha|tag|revision|chart|pod-template-hash)$/iu;
const ROLLOUTS_HASH = 'rollouts-pod-template-hash';

export default defineCheck({
  id: 'selector-pins-old-version',
  title: 'The selector still names a version that no running pod carries',
  theme: 'selector',
  severity: 'critical',
  kind: 'cause',
  explains: ['selector-matches-no-pods', 'selector-label-typo', 'no-endpoints', 'ingress-backend-unready'],
  needs: ['service', 'livePods', 'namespacePods'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
  detects:
    'Without one version-like key (version, release, track, color, pod-template-hash …) the selector matches live pods, and these carry another value. Silent while the pinned version has live pods.',
  find({ service, livePods, namespacePods }) {
    const { selector } = service.spec;
    if (!selectsPods(service) || livePods.length > 0 || ROLLOUTS_HASH in selector) return [];
    for (const [key, value] of Object.entries(selector)) {
      const rest = Object.fromEntries(Object.entries(selector).filter(([other]) => other !== key));
      if (!versionKeys.test(key) || Object.keys(rest).length === 0) continue;
      const pods = namespacePods.filter((pod) => isLive(pod) && selectorMatches(rest, pod.metadata.labels));
      const values = [...new Set(pods.map((pod) => pod.metadata.labels[key]).filter((one) => one !== undefined))];
      if (pods.length === 0) continue;
      const current = values[0];
      return [
        {
          say: text`Service ${code(service.metadata.name)} still selects ${code(`${key}=${value}`)}; ${count(pods.length, 'running pod')} with ${code(formatSelector(rest))} ${pods.length === 1 ? 'carries' : 'carry'} ${values.length === 0 ? `no ${key} label` : joinTexts(values.map((one) => code(`${key}=${one}`)))}.`,
          evidence: {
            [`spec.selector.${key}`]: value,
            [`labels.${key} of the running pods`]: values.join(', ') || 'absent',
            'running pods without this pair': pods.length,
          },
          next: [
            ...(values.length === 1 && current !== undefined && key !== 'pod-template-hash'
              ? [{ say: text`Point it at the version that runs`, command: patchSelector(service, { [key]: current }) }]
              : []),
            {
              say: text`Or drop the key, when no blue/green switch is meant`,
              command: patchSelector(service, { [key]: null }),
            },
          ],
        },
      ];
    }
    return [];
  },
});
