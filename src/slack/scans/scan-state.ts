import { z } from 'zod';
import type { Answer, EarlierFinding, EarlierScan, Finding } from '../../core/answer/answer.ts';
import type { Store } from '../store.ts';

const ref = z.object({ kind: z.string(), namespace: z.string().exactOptional(), name: z.string() });
const stateSchema = z.object({
  v: z.literal(1),
  cluster: z.string().exactOptional(),
  findings: z.array(
    z.object({
      check: z.string(),
      title: z.string(),
      severity: z.enum(['critical', 'warning', 'info']),
      role: z.enum(['root-cause', 'symptom', 'independent']),
      explainedBy: z.string().exactOptional(),
      object: ref,
      service: ref.exactOptional(),
    }),
  ),
  /** The message that holds the last look; absent when nothing was said yet. */
  ts: z.string().exactOptional(),
  /** The last look failed, and the channel was told. */
  failed: z.boolean(),
});

/** What the last look found, and where it was said. */
export type ScanState = z.infer<typeof stateSchema>;

/** A scan that was not run for so long begins anew. */
const ttlMs = 30 * 24 * 60 * 60 * 1_000;

const keyOf = (key: string) => `scan-state:${key}`;

/** undefined when there is none, or one of another version. */
export async function readScanState(store: Store, key: string): Promise<ScanState | undefined> {
  const text = await store.get(keyOf(key));
  if (text === undefined) return undefined;
  try {
    const { data } = stateSchema.safeParse(JSON.parse(text));
    return data;
  } catch {
    return undefined;
  }
}

export async function keepScanState(store: Store, key: string, state: ScanState): Promise<void> {
  await store.set(keyOf(key), JSON.stringify(state), ttlMs);
}

/** To compare the next look with. Sentences are not kept: the title is what is told of a fault that is gone. */
export function earlierOf(state: ScanState): EarlierScan {
  const findings = state.findings.map((one): EarlierFinding => ({ ...one, say: '' }));
  return { ...(state.cluster === undefined ? {} : { cluster: state.cluster }), findings };
}

/** What was found before and cannot be told now is kept: when it can be told again it is not new. */
export function foundIn({ findings = [], since }: Answer): ScanState['findings'] {
  return [...findings, ...(since?.unknown ?? [])].filter(({ severity }) => severity !== 'info').map(withoutWords);
}

function withoutWords(finding: Finding | EarlierFinding): ScanState['findings'][number] {
  const { check, title, severity, role, explainedBy, object, service } = finding;
  return {
    check,
    title,
    severity,
    role,
    object,
    ...(explainedBy === undefined ? {} : { explainedBy }),
    ...(service === undefined ? {} : { service }),
  };
}
