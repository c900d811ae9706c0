import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../control-plane/wait-for.ts';
import { kubectl } from './cluster.ts';

const kinds = 'services,endpointslices,pods,deployments,replicasets,statefulsets,daemonsets,jobs';

interface Listed {
  readonly items: readonly {
    readonly kind: string;
    readonly metadata: {
      readonly namespace: string;
      readonly name: string;
      readonly uid: string;
      readonly resourceVersion: string;
    };
    readonly status?: {
      readonly startTime?: string;
      readonly conditions?: readonly { readonly type: string; readonly reason?: string }[];
    };
  }[];
}

/**
 * Waits until every pod of these namespaces has met its fate and nothing has changed for a second. For states in which
 * the controllers do not get what they want, so that one cannot wait for that.
 */
export async function quiet(namespaces: ReadonlySet<string>): Promise<void> {
  let before = '';
  await waitFor(`nothing changes in ${namespaces.size} namespaces`, async () => {
    const { items } = JSON.parse(await kubectl(['get', kinds, '--all-namespaces', '--output=json'])) as Listed;
    const own = items.filter(({ metadata }) => namespaces.has(metadata.namespace));
    const waiting = own.find(
      ({ kind, status }) =>
        kind === 'Pod' &&
        status?.startTime === undefined &&
        !status?.conditions?.some(({ reason }) => reason === 'Unschedulable'),
    );
    const now = own.map(({ metadata }) => `${metadata.uid} ${metadata.resourceVersion}`).join('\n');
    const same = now === before;
    before = now;
    if (waiting !== undefined || !same) {
      await sleep(1000);
      throw new Error(waiting === undefined ? 'something changed' : `Pod ${waiting.metadata.name} has met no fate`);
    }
  });
}
