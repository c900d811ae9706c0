import { code, text, type Text } from '../answer/text.ts';
import type { Service } from '../model/kinds/service.ts';

/** Who would undo a change by hand, and what that means. Undefined when nothing tells. */
export function managedBy(service: Service): Text | undefined {
  const { labels, annotations, owners } = service.metadata;
  const owner = owners.find((one) => one.controller) ?? owners[0];
  if (owner !== undefined)
    return text`${owner.kind} ${code(owner.name)}${groupWords(owner.apiVersion)} (owner reference): its controller may undo changes made by hand`;
  const flux = labels['kustomize.toolkit.fluxcd.io/name'];
  if (flux !== undefined)
    return text`Flux Kustomization ${code(slash(labels['kustomize.toolkit.fluxcd.io/namespace'], flux))}: ${undone}`;
  const fluxHelm = labels['helm.toolkit.fluxcd.io/name'];
  if (fluxHelm !== undefined)
    return text`Flux HelmRelease ${code(slash(labels['helm.toolkit.fluxcd.io/namespace'], fluxHelm))}: ${undone}`;
  // tracking-id is `application:group/kind:namespace/name`.
  const argo = annotations['argocd.argoproj.io/tracking-id']?.split(':')[0] ?? labels['argocd.argoproj.io/instance'];
  if (argo !== undefined) return text`Argo CD application ${code(argo)}: ${undone}`;
  const release = annotations['meta.helm.sh/release-name'];
  if (release !== undefined) {
    return text`Helm release ${code(slash(annotations['meta.helm.sh/release-namespace'], release))}: change the chart's values, not the object`;
  }
  const gateway = labels['gateway.networking.k8s.io/gateway-name'];
  if (gateway !== undefined) return text`Gateway ${code(gateway)}: its controller made it and may undo changes made by hand`;
  if (labels['addonmanager.kubernetes.io/mode'] === 'Reconcile')
    return text`the add-on manager of the cluster: a change by hand is undone`;
  const tool = labels['app.kubernetes.io/managed-by'];
  return tool === undefined ? undefined : [code(tool)];
}

/** The group tells whose kind it is: `Cluster` alone says nothing. */
function groupWords(apiVersion: string): string {
  const [group, version] = apiVersion.split('/');
  return version === undefined || group === undefined || !group.includes('.') ? '' : ` of ${group}`;
}

const undone = 'change it in Git, a change by hand is undone at the next sync';

function slash(namespace: string | undefined, name: string): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}
