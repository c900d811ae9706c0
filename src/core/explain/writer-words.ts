import { code, plain, type Text } from '../answer/text.ts';
import type { FieldChange } from '../model/kinds/meta.ts';

/** What the tools that write Services call themselves in `managedFields`. */
const tools: readonly (readonly [manager: RegExp, words: string])[] = [
  [/^kubectl-client-side-apply$/u, 'kubectl apply'],
  [/^helm$/u, 'Helm'],
  [/^helm-controller$/u, 'Flux (Helm)'],
  [/^kustomize-controller$/u, 'Flux (Kustomize)'],
  [/^argocd/u, 'Argo CD'],
  [/^(?:terraform|hashicorp)/iu, 'Terraform'],
  [/^pulumi/iu, 'Pulumi'],
  [/^before-first-apply$/u, 'somebody before the first server-side apply'],
  // Web dashboards and Lens hand on the name of their browser or library.
  [/^(?:mozilla|node-fetch|lens|openlens|headlamp)/iu, 'a dashboard in a browser'],
];

const byHandOnly =
  /^(?:kubectl-(?:edit|patch|replace|set|label|annotate|expose)|mozilla|node-fetch|lens|openlens|k9s|headlamp)/iu;

/** `kubectl edit`, `Helm`; the name as it stands for everybody else. */
export function writerWords({ manager, operation }: FieldChange): Text {
  if (manager === 'kubectl' && operation === 'Apply') return plain('kubectl apply --server-side');
  const known = tools.find(([pattern]) => pattern.test(manager));
  if (known !== undefined) return plain(known[1]);
  const verb = /^kubectl-(?<verb>[a-z]+)$/u.exec(manager)?.groups?.['verb'];
  return verb === undefined ? [code(manager)] : plain(`kubectl ${verb}`);
}

/** Ways that only a person takes; `kubectl apply` may as well run in a pipeline. */
export function isByHand({ manager }: FieldChange): boolean {
  return byHandOnly.test(manager);
}
