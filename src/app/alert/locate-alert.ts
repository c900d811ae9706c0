import type { Alert, AlertSubject, Candidate } from '../../core/alert/alert.ts';
import type { ObjectRef } from '../../core/model/kinds/meta.ts';
import { guardClusters } from '../access/guard-reader.ts';
import type { RequestContext } from '../assistant.ts';
import type { AssistantDeps } from '../deps.ts';
import { clusterNamed } from '../clusters.ts';
import { clusterOfAlert } from './cluster-of-alert.ts';
import { createSurroundings, type Surroundings } from './surroundings.ts';
import { servicesFor } from './services-for.ts';
import { subjectsOfWords } from './subjects-of-words.ts';

/** A Service that an alert leads to; `through` is the object that the alert names, when that is another one. */
export interface AlertService {
  readonly namespace: string;
  readonly name: string;
  readonly through?: ObjectRef;
}

export type AlertLocation =
  | { readonly cluster: string; readonly services: readonly AlertService[] }
  /** Nothing to say to a person; the reason is for the log and names no object. */
  | { readonly nothing: string };

/** What holds in the channel where the alert was posted. */
export interface AlertPlace {
  readonly cluster?: string;
  readonly namespace?: string;
}

export type LocateAlert = (alert: Alert, place: AlertPlace, context: RequestContext) => Promise<AlertLocation>;

const mostServices = 5;

/**
 * Finds the Services that an alert is about. It guesses nothing: a name that the cluster does not have, or has in several
 * namespaces, leads nowhere. Throws a Problem when the cluster cannot be read.
 */
export function createAlertLocator(
  deps: Pick<AssistantDeps, 'clusters'> & { readonly clusterNames?: () => ReadonlyMap<string, string> },
): LocateAlert {
  return async (alert, place, { signal, access }) => {
    if (alert.subjects.length === 0 && alert.words.length === 0) return { nothing: 'the alert names no object' };
    const cluster = clusterOfAlert(alert.cluster, place.cluster, deps.clusters, deps.clusterNames?.());
    if (cluster === undefined) {
      return {
        nothing: alert.cluster === undefined ? 'no cluster is connected' : 'the alert names a cluster that is not connected',
      };
    }
    const clusters = access === undefined ? deps.clusters : guardClusters(deps.clusters, access, 'triage');
    const around = createSurroundings(await clusters.open(cluster), signal);
    // The channel's namespace belongs to its cluster.
    const isThere = place.cluster === undefined || clusterNamed(deps.clusters, place.cluster) === cluster;
    const fallback = isThere ? place.namespace : undefined;
    const subjects = alert.subjects.length > 0 ? alert.subjects : await subjectsOfWords(alert.words, alert.status, around);
    const services: AlertService[] = [];
    for (const subject of subjects) {
      services.push(...(await servicesOfSubject(subject, fallback, around)));
      if (services.length >= mostServices) break;
    }
    const distinct = [...new Map(services.map((one) => [`${one.namespace}/${one.name}`, one])).values()];
    if (distinct.length === 0) return { nothing: 'no Service belongs to what the alert names' };
    return { cluster, services: distinct.slice(0, mostServices) };
  };
}

/** Of the names of one alert the first that leads to a Service. */
async function servicesOfSubject(
  { candidates }: AlertSubject,
  fallback: string | undefined,
  around: Surroundings,
): Promise<readonly AlertService[]> {
  for (const candidate of candidates) {
    const found = await servicesFor(candidate, fallback, around);
    if (found.length > 0) return found.map((service) => ({ ...service, ...through(candidate, service) }));
  }
  return [];
}

function through({ kind, name }: Candidate, service: AlertService): Pick<AlertService, 'through'> {
  if (kind === 'Service' || kind === 'Name') return {};
  return { through: { kind: kind === 'Workload' ? 'workload' : kind, namespace: service.namespace, name } };
}
