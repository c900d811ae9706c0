import type { DryRun, DryRunOutcome } from '../../core/manifest/dry-run.ts';
import type { ManifestObject } from '../../core/manifest/kubernetes-object.ts';
import { resourceNames, resources, type ResourceName } from '../../core/model/resources.ts';
import { array, raw, string, type Raw } from '../project/raw.ts';
import type { Connection } from './connection.ts';
import { pathOf } from './list-resource.ts';

const LONGEST = 300;

/** The dry run of one API server. It needs the verb `create`, which nothing else here does; nothing is stored. */
export function dryRunOver(connection: Connection): DryRun {
  return async (object, namespace, signal): Promise<DryRunOutcome> => {
    const resource = resourceOf(object);
    if (resource === undefined) return { is: 'unavailable', because: `${object.kind} is not a kind that is written here.` };
    const home = object.metadata.namespace ?? namespace;
    try {
      const { status, body } = await connection.postDryRun(pathOf(resource, home), object, signal);
      if (status >= 200 && status <= 299) return { is: 'accepted' };
      return outcomeOf(status, raw(body), resource, home);
    } catch {
      return { is: 'unavailable', because: 'The API server did not answer.' };
    }
  };
}

function resourceOf({ kind, apiVersion }: ManifestObject): ResourceName | undefined {
  return resourceNames.find((name) => {
    const { kind: known, group, version } = resources[name];
    return known === kind && apiVersion === (group === '' ? version : `${group}/${version}`);
  });
}

function outcomeOf(status: number, body: Raw, resource: ResourceName, namespace: string): DryRunOutcome {
  // 403 is also what an admission plugin says; RBAC names the verb.
  const message = string(body['message']).slice(0, LONGEST);
  if (status === 403 && /cannot create resource/u.test(message)) {
    return { is: 'forbidden', grant: `create ${resource} in namespace ${namespace}` };
  }
  if (status === 404 && string(raw(body['details'])['kind']) !== 'namespaces') {
    return { is: 'unavailable', because: `The cluster does not serve ${resource}.` };
  }
  if (status === 401 || status === 429 || status >= 500) {
    return { is: 'unavailable', because: `The API server answered ${status}.` };
  }
  const causes = array(raw(body['details'])['causes'])
    .map(raw)
    .map((cause) => ({ path: string(cause['field']) || 'metadata.name', rule: inWords(string(cause['message'])) }));
  return { is: 'refused', faults: causes.length > 0 ? causes : [{ path: 'metadata.name', rule: inWords(message) }] };
}

function inWords(message: string): string {
  return `is refused by the API server: ${message.slice(0, LONGEST).replace(/[.\s]+$/u, '')}`;
}
