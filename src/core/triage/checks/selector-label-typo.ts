import { code, count, text } from '../../answer/text.ts';
import { getPods, patchSelector } from '../../model/commands.ts';
import { selectsPods } from '../../model/kinds/service.ts';
import { labelCandidates, selectorFits } from '../../model/selectors/label-candidates.ts';
import { nearestLabels, type LabelSlip } from '../../model/selectors/nearest-labels.ts';
import { isLive } from '../../model/pods/pod-state.ts';
import { selectorMatches } from '../../model/selectors/selector.ts';
import { defineCheck } from '../check.ts';
import { workloadWithLabels } from '../../model/selectors/workload-labels.ts';

export default defineCheck({
  id: 'selector-label-typo',
  title: "The selector differs from the pods' labels by a slip",
  theme: 'selector',
  severity: 'critical',
  kind: 'cause',
  explains: ['selector-matches-no-pods', 'no-endpoints', 'lb-pending', 'ingress-backend-unready'],
  needs: ['service', 'selectedPods', 'namespacePods', 'workloads'],
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#is-the-service-defined-correctly',
  detects:
    'No pod and no pod template of the namespace matches spec.selector, but one comes close: one value is misspelt (a letter, letter case, a separator, a part added), or the value stands under another key. Silent when several are equally near.',
  find({ service, selectedPods, namespacePods, workloads }) {
    const { selector } = service.spec;
    if (!selectsPods(service) || selectedPods.length > 0 || selectorFits(selector, workloads, namespacePods)) return [];
    if (workloadWithLabels(selector, workloads) !== undefined) return [];
    const near = nearestLabels(selector, labelCandidates(workloads, namespacePods), service.metadata.name);
    if (near === undefined) return [];
    const right = rightSelector(selector, near.slips);
    const pods = namespacePods.filter((pod) => isLive(pod) && selectorMatches(right, pod.metadata.labels));
    const { kind, name } = near.candidate.object;
    const written = near.slips.map((slip) => `${slip.key}=${slip.value}`).join(', ');
    const carried = near.slips.map((slip) => `${slip.rightKey}=${slip.rightValue}`).join(', ');
    return [
      {
        say: text`Service ${code(service.metadata.name)} selects ${code(written)}, but the pods of ${kind} ${code(name)} carry ${code(carried)}.`,
        evidence: {
          ...Object.fromEntries(near.slips.map((slip) => [`spec.selector.${slip.key}`, slip.value])),
          [`${kind} ${name} pod labels`]: carried,
          'pods that the right selector finds': pods.length,
        },
        next: [
          {
            say: text`Correct the selector; ${count(pods.length, 'pod')} will then be found`,
            command: patchSelector(service, selectorPatch(near.slips)),
          },
          { say: text`See the labels that the pods have`, command: getPods(service.metadata.namespace, {}, ' --show-labels') },
        ],
      },
    ];
  },
});

function rightSelector(selector: Readonly<Record<string, string>>, slips: readonly LabelSlip[]): Record<string, string> {
  const right: Record<string, string> = { ...selector };
  for (const slip of slips) {
    delete right[slip.key];
    right[slip.rightKey] = slip.rightValue;
  }
  return right;
}

function selectorPatch(slips: readonly LabelSlip[]): Record<string, string | null> {
  const patch: Record<string, string | null> = {};
  for (const slip of slips) {
    if (slip.rightKey !== slip.key) patch[slip.key] = null;
    patch[slip.rightKey] = slip.rightValue;
  }
  return patch;
}
