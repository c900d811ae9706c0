import { firstOf, type AskedFacts } from '../ask/asked-facts.ts';
import type { ClusterFacts } from '../tree/cluster-facts.ts';
import type { TemplateName } from './plan.ts';

/** What is added to a name that another Service has already. */
const suffixes: Readonly<Partial<Record<TemplateName, string>>> = {
  headless: 'headless',
  'node-port': 'nodeport',
  'load-balancer': 'public',
  'load-balancer-internal': 'internal',
  'external-name': 'external',
  selectorless: 'external',
};

/**
 * The name for the new Service: what the person said, a StatefulSet's `spec.serviceName` for a headless one, else the
 * workload's. A name that is taken gets an ending. undefined when nothing was named.
 */
export function serviceName(template: TemplateName, facts: AskedFacts, cluster: ClusterFacts | undefined): string | undefined {
  const workload = cluster?.workload;
  const governing = template === 'headless' ? workload?.serviceName : undefined;
  const wanted = firstOf(facts.service) ?? governing ?? workload?.name ?? firstOf(facts.workload);
  const name = wanted === undefined ? undefined : toDnsLabel(wanted);
  if (name === undefined || cluster?.serviceNames?.includes(name) !== true || template === 'port-forward') return name;
  return toDnsLabel(`${name.slice(0, 50)}-${suffixes[template] ?? 'internal'}`);
}

/** People write `My App` or `svc_web`; the API takes `my-app` and `svc-web`, and old releases want a letter first. */
function toDnsLabel(words: string): string | undefined {
  const name = words
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/gu, '-')
    .replace(/^[^a-z]+/u, '')
    .slice(0, 60)
    .replace(/-+$/u, '');
  return name === '' ? undefined : name;
}
