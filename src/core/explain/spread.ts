import { code, text, type Text } from '../answer/text.ts';
import { selectsPods } from '../model/kinds/service.ts';
import type { Surroundings } from './surroundings.ts';

/** One pod, one node or one zone under all of it is one thing that can fail. Said of pods alone: what else stands there is unknown. */
export function spreadWords({ service, backends, snapshot }: Surroundings): Text[] {
  if (!selectsPods(service) || !backends.read) return [];
  const ready = backends.value.filter((one) => one.state === 'ready' && one.hasPort);
  const [only] = ready;
  if (only === undefined) return [];
  if (ready.length === 1 && backends.value.length === 1)
    return [text`One pod serves it all: while ${code(only.name)} restarts or moves, nothing answers.`];
  if (ready.length < 2) return [];
  const nodes = new Set(ready.map((one) => one.nodeName ?? ''));
  if (nodes.size === 1 && only.nodeName !== undefined)
    return [text`Its ${ready.length} ready pods all stand on the node ${code(only.nodeName)}: when it goes, nothing answers.`];
  const zones = new Set(ready.map((one) => one.zone ?? ''));
  const all = snapshot.all('nodes');
  const others = new Set(
    all.read ? all.value.flatMap(({ metadata }) => metadata.labels['topology.kubernetes.io/zone'] ?? []) : [],
  );
  return zones.size === 1 && only.zone !== undefined && others.size > 1
    ? [
        text`Its ${ready.length} ready pods all stand in the zone ${code(only.zone)}, and the cluster has ${others.size}: when it goes, nothing answers.`,
      ]
    : [];
}
