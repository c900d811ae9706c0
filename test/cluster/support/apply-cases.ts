import { waitFor } from '../control-plane/wait-for.ts';
import { faults, lookAlikes, type Fault, type LookAlike, type Manifest } from './cases.ts';
import { kubectl } from './cluster.ts';
import { quiet } from './quiet.ts';
import { typeInShell } from './shell.ts';

type Case = Fault | LookAlike;

const clusterScoped: ReadonlySet<string> = new Set(['Namespace', 'Node', 'IngressClass', 'GatewayClass']);

/** A whole set of cases takes long, also on a machine that has other work. */
const appliedWithinMs = 170_000;
const marker = 'k8s-svc-test-cases';

/** Puts all the cases there are into the cluster, once for all test files that look at them: the first one does it. */
export async function applyAllCases(): Promise<void> {
  if (await isFirst()) {
    await applyCases([...faults, ...lookAlikes]);
    await kubectl(['patch', 'configmap', marker, '--namespace=default', '--type=merge', '--patch={"data":{"applied":"yes"}}']);
    return;
  }
  await waitFor(
    'another test file has put all cases into the cluster',
    async () => {
      const done = await kubectl(['get', 'configmap', marker, '--namespace=default', '--output=jsonpath={.data.applied}']);
      if (done !== 'yes') throw new Error('not yet');
    },
    { timeoutMs: appliedWithinMs },
  );
}

async function isFirst(): Promise<boolean> {
  try {
    await kubectl(['create', 'configmap', marker, '--namespace=default']);
    return true;
  } catch (error) {
    if (String(error).includes('AlreadyExists') || String(error).includes('already exists')) return false;
    throw error;
  }
}

/**
 * Puts all cases into the cluster at once, each in the namespace of its name, does what each says that people did
 * afterwards, and waits until nothing changes any more.
 */
async function applyCases(cases: readonly Case[]): Promise<void> {
  const manifests = cases.flatMap(({ name, manifests }) => manifests.map((manifest) => inNamespace(manifest, name)));
  const own = cases.map(({ name }) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
  const named = new Set(manifests.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name));
  const namespaces = [
    ...own.filter(({ metadata }) => !named.has(metadata.name)),
    ...manifests.filter(({ kind }) => kind === 'Namespace'),
  ];
  const others = manifests.filter(({ kind }) => kind !== 'Namespace');
  await apply([...namespaces, ...others]);
  const withStatus = others.filter(({ status }) => status !== undefined);
  await apply(withStatus, '--subresource=status');
  const watched = new Set(namespaces.map(({ metadata }) => metadata.name));
  await quiet(watched);
  const later = cases.filter(({ afterwards }) => afterwards.length > 0);
  await Promise.all(later.map(async ({ afterwards }) => typeAll(afterwards)));
  await quiet(watched);
}

function inNamespace(manifest: Manifest, namespace: string): Manifest {
  if (clusterScoped.has(manifest.kind)) return manifest;
  return { ...manifest, metadata: { namespace, ...manifest.metadata } };
}

async function apply(items: readonly object[], ...flags: readonly string[]): Promise<void> {
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  await kubectl(['apply', '--server-side', '--force-conflicts', ...flags, '--filename=-'], list);
}

async function typeAll(lines: readonly string[]): Promise<void> {
  for (const line of lines) await typeInShell(line);
}
