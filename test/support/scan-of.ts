import type { Answer, EarlierScan } from '../../src/core/answer/answer.ts';
import { neighbourhoodOf } from '../../src/core/model/neighbourhood.ts';
import type { ResourceName } from '../../src/core/model/resources.ts';
import { viewService } from '../../src/core/model/service-view.ts';
import { scanAnswer } from '../../src/core/triage/scan/scan-answer.ts';
import { triageAnswer } from '../../src/core/triage/triage-answer.ts';
import { triageNeighbourhood, triageView } from '../../src/core/triage/triage-service.ts';
import { dumpOf } from './small-cluster.ts';
import { snapshotOf, without } from './snapshot-of.ts';

interface ScanOptions {
  readonly namespace?: string;
  readonly earlier?: EarlierScan;
  readonly unread?: readonly ResourceName[];
}

/** A scan of these objects: of one namespace, or of all that they are in. */
export async function scanOf(objects: readonly (readonly object[])[], options: ScanOptions = {}): Promise<Answer> {
  const snapshot = without(await snapshotOf(dumpOf(...objects)), options.unread ?? []);
  const services = snapshot.all('services');
  const all = services.read ? services.value : [];
  const namespaces =
    options.namespace === undefined ? [...new Set(all.map((one) => one.metadata.namespace))] : [options.namespace];
  const triages = namespaces.flatMap((namespace) =>
    triageNeighbourhood(
      snapshot,
      neighbourhoodOf(snapshot, namespace),
      all.filter((one) => one.metadata.namespace === namespace),
    ),
  );
  return scanAnswer(snapshot, triages, options.namespace, options.earlier);
}

/** Triage of one Service of namespace `shop` among these objects. */
export async function triageOf(objects: readonly (readonly object[])[], name: string, why = false): Promise<Answer> {
  const view = viewService(await snapshotOf(dumpOf(...objects)), 'shop', name);
  return triageAnswer(view, triageView(view, 'alone'), why);
}
