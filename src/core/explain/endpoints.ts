import { heading, list, paragraph, table } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, count, text, type Text } from '../answer/text.ts';
import { countBackends, type Backend } from '../model/endpoints/backends.ts';
import { selectsPods } from '../model/kinds/service.ts';
import type { Surroundings } from './surroundings.ts';

const rowsShown = 12;

/** The endpoints by node and zone, and the selected pods that are none. */
export function endpointsTable(around: Surroundings): Part[] {
  const { service, backends } = around;
  if (service.spec.type === 'ExternalName') return [];
  if (!backends.read) return [];
  const all = backends.value;
  const left = podsLeftOut(around);
  if (all.length === 0 && left.length === 0) return [];
  return [
    heading('Endpoints'),
    ...(all.length === 0 ? [] : [paragraph(summary(all)), endpointRows(all)]),
    ...(left.length === 0 ? [] : [list(left)]),
  ];
}

function endpointRows(all: readonly Backend[]): Part {
  // What does not get traffic is what people look for: it comes first, and the healthy rest may be cut.
  const ordered = [...all.filter((one) => !isReady(one)), ...all.filter(isReady)];
  const rows = ordered
    .slice(0, rowsShown)
    .map((one) => [one.name, one.addresses.join(', '), one.nodeName ?? '–', one.zone ?? '–', stateWords(one)]);
  const caption = all.length > rowsShown ? `${rowsShown} of ${all.length} endpoints` : '';
  return table(caption, ['Backend', 'Address', 'Node', 'Zone', 'State'], rows);
}

const isReady = (one: Backend): boolean => one.state === 'ready' && one.hasPort;

function stateWords(one: Backend): string {
  return one.state === 'ready' && !one.hasPort ? 'ready, but no port' : one.state;
}

function summary(all: readonly Backend[]): Text {
  const { ready, total } = countBackends(all);
  const counts = text`${ready} ready, ${total - ready} not ready, ${all.length - total} terminating`;
  return text`${counts}${spread(all.filter(isReady))}.`;
}

/** On how many nodes and zones the ready ones stand: one node or zone is one thing that can fail. */
function spread(ready: readonly Backend[]): string {
  const nodes = new Set(ready.flatMap((one) => one.nodeName ?? [])).size;
  if (nodes === 0) return '';
  const zones = [...Map.groupBy(ready, (one) => one.zone ?? '')]
    .filter(([zone]) => zone !== '')
    .sort(([a], [b]) => a.localeCompare(b));
  const inZones = zones.map(([zone, ones]) => `${zone}: ${ones.length}`).join(', ');
  return `; the ready ones on ${count(nodes, 'node')}${zones.length === 0 ? '' : ` in ${count(zones.length, 'zone')} (${inZones})`}`;
}

/** Selected pods that no slice holds, usually because they have no address yet. */
function podsLeftOut({ service, backends, livePods }: Surroundings): Text[] {
  if (!selectsPods(service) || !backends.read || !livePods.read) return [];
  const present = new Set(backends.value.map((one) => one.name));
  const left = livePods.value.filter((pod) => !present.has(pod.metadata.name));
  const shown = left
    .slice(0, rowsShown)
    .map((pod) => text`${code(pod.metadata.name)} is selected but is no endpoint: its phase is ${pod.status.phase}`);
  return left.length > rowsShown ? [...shown, text`and ${count(left.length - rowsShown, 'more pod')}`] : shown;
}
