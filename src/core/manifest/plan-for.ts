import { firstOf, type AskedFacts } from '../ask/asked-facts.ts';
import type { ClusterFacts } from '../tree/cluster-facts.ts';
import type { Hints } from '../tree/known.ts';
import { publicAnnotations } from './load-balancer-annotations.ts';
import { dnsNameOf, usableAddresses } from './outside-target.ts';
import type { ManifestPlan, TemplateName } from './plan.ts';
import { planPorts } from './plan-ports.ts';
import { dnsLabel } from './schema/names.ts';
import { serviceName } from './service-name.ts';

const defaultReplicas = 3;
const maxReplicas = 20;

/** These lead outside, to one pod each, or are no Service at all. */
const withoutSelector: ReadonlySet<TemplateName> = new Set([
  'external-name',
  'selectorless',
  'load-balancer-each-pod',
  'node-port-each-pod',
  'port-forward',
]);

/** A proxy in front sends to the pods itself, a headless Service does not choose a pod, and one for each pod has no other. */
const balancing: ReadonlySet<TemplateName> = new Set(['cluster-ip', 'node-port', 'load-balancer', 'load-balancer-internal']);

/** Everything known turned into a plan: the cluster's labels and ports where there are some, placeholders else. */
export function planFor(
  template: TemplateName,
  facts: AskedFacts,
  cluster: ClusterFacts | undefined,
  hints: Hints = {},
): ManifestPlan {
  const workload = cluster?.workload;
  const placeholders: string[] = [];
  /** Taken only where the template has a use for it, so that nothing needless has to be replaced. */
  const needed = <T>(isNeeded: boolean, value: T | undefined, placeholder: T, say: string): T => {
    if (isNeeded && value === undefined) placeholders.push(say);
    return value ?? placeholder;
  };
  const existing = template === 'ingress' ? serviceToReuse(workload) : undefined;
  const name = needed(true, existing?.name ?? serviceName(template, facts, cluster), 'my-app', 'the name `my-app`');
  const { ports, guessed } = planPorts(template, facts, workload, hints);
  const declares = (workload?.ports.length ?? 0) > 0;
  const unsure = existing === undefined && (guessed || (hints.from?.port === 'default' && !declares));
  if (unsure && template !== 'external-name') placeholders.push(`the port ${ports[0]?.port ?? 80}`);
  const isIngress = template === 'ingress';
  const namespace = workload?.namespace ?? namespaceOf(facts);
  const entryKind = hints.gatewayApi === true ? 'HTTPRoute' : 'Ingress';
  const cloud = facts.cloud ?? cluster?.cloud;
  // A host that is an address is one, in the flags as in the text.
  const addresses = usableAddresses([
    ...(hints.addresses ?? []),
    ...(facts.externalHost === undefined ? [] : [facts.externalHost]),
  ]);
  const host = dnsNameOf(facts.externalHost);
  const hasSelector = !withoutSelector.has(template);
  const labels = { 'app.kubernetes.io/name': name };
  const plan: ManifestPlan = {
    template,
    name,
    namespace,
    workload: workload && { kind: workload.kind, name: workload.name },
    selector: hasSelector ? needed(true, workload?.selector, labels, 'the selector labels') : {},
    ports,
    cloud,
    externalHost: needed(template === 'external-name', host, 'db.example.com', 'the DNS name `db.example.com`'),
    addresses: needed(
      template === 'selectorless',
      addresses.length > 0 ? addresses : undefined,
      ['192.0.2.10'],
      'the address 192.0.2.10',
    ),
    host: needed(isIngress, host, 'app.example.com', 'the host `app.example.com`'),
    tls: facts.tls === true,
    keepClientIp: facts.clientIp === true,
    sticky: hints.stickySessions === true && balancing.has(template),
    staticIp: facts.staticIp === true,
    stateful: facts.stateful === true || workload?.kind === 'StatefulSet',
    replicas: Math.max(1, Math.min(workload?.replicas ?? defaultReplicas, maxReplicas)),
    ingressClass: needed(
      isIngress && hints.gatewayApi !== true,
      ingressClass(cluster),
      'my-ingress-class',
      'the IngressClass `my-ingress-class`',
    ),
    gatewayApi: hints.gatewayApi === true,
    entryName: freeName(
      name,
      (cluster?.entries ?? []).filter((one) => one.kind === entryKind).map((one) => one.name),
    ),
    gateway: needed(
      isIngress && hints.gatewayApi === true,
      gatewayFor(cluster, namespace),
      { name: 'my-gateway' },
      'the Gateway `my-gateway`',
    ),
    admits: hasSelector ? hints.admits : undefined,
    dualStack: cluster?.dualStack === true,
    existing,
    placeholders,
  };
  if (template.startsWith('load-balancer') && facts.staticIp === true && publicAnnotations(cloud, true) !== undefined) {
    placeholders.push('the reserved address in the annotation');
  }
  return plan;
}

/** The one with an address of its own inside the cluster: an Ingress controller or Gateway sends to its pods. */
function serviceToReuse(workload: ClusterFacts['workload']): ManifestPlan['existing'] {
  const fits = (workload?.services ?? []).find(
    ({ spec }) => spec.type === 'ClusterIP' && spec.clusterIP !== 'None' && spec.ports.some((port) => port.protocol === 'TCP'),
  );
  const port = fits?.spec.ports.find((one) => one.protocol === 'TCP');
  return fits === undefined || port === undefined
    ? undefined
    : { name: fits.metadata.name, portName: port.name, port: port.port };
}

/** An Ingress or route beside the one that has the name already: nothing that is there is overwritten. */
function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  const base = `${name.slice(0, 50)}-entry`;
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

function gatewayFor(cluster: ClusterFacts | undefined, namespace: string | undefined): ManifestPlan['gateway'] | undefined {
  const [gateway] = cluster?.gateways ?? [];
  if (gateway === undefined) return undefined;
  return gateway.namespace === namespace ? { name: gateway.name } : gateway;
}

function namespaceOf(facts: AskedFacts): string | undefined {
  const namespace = firstOf(facts.namespace);
  return dnsLabel.safeParse(namespace).success ? namespace : undefined;
}

/** The class of the cluster, the default one first. */
function ingressClass(cluster: ClusterFacts | undefined): string | undefined {
  const classes = cluster?.ingressClasses ?? [];
  return (classes.find((one) => one.isDefault) ?? classes[0])?.name;
}
