import { z } from 'zod';
import type { EarlierFinding, EarlierScan } from '../core/answer/answer.ts';
import { badRequest } from '../core/problem/problem.ts';
import { earlierFindingSchema } from '../render/json/answer-schema.ts';
import type { Io } from './io.ts';

/** Only what is compared, so that a scan of an older version can still be read. */
const scanSchema = z.object({
  intent: z.literal('scan'),
  cluster: z.string().optional(),
  findings: z.array(earlierFindingSchema),
});

const ofSeveral = z.object({ clusters: z.array(z.unknown()) });

/** Reads `scan -o json` of an earlier day. Throws a bad-request Problem when the file holds anything else. */
export async function readEarlierScan(path: string, io: Io): Promise<EarlierScan> {
  const words = path === '-' ? await io.readStdin() : await io.readFile(path);
  const content = parseJson(words);
  if (ofSeveral.safeParse(content).success) {
    throw badRequest(
      'That earlier scan is one of several clusters, and --since compares one.',
      'Make one: k8s-svc scan -A -o json > scan.json',
    );
  }
  const { success, data } = scanSchema.safeParse(content);
  if (!success) {
    throw badRequest(
      `${path === '-' ? 'Standard input' : path} is no earlier scan: --since takes what scan -o json printed.`,
      'Make one: k8s-svc scan -A -o json > scan.json',
    );
  }
  const { cluster, findings } = data;
  return { ...(cluster === undefined ? {} : { cluster }), findings: findings.map(toEarlier) };
}

function toEarlier(one: z.infer<typeof earlierFindingSchema>): EarlierFinding {
  const { explainedBy, object, service, ...rest } = one;
  return {
    ...rest,
    object: toRef(object),
    ...(explainedBy === undefined ? {} : { explainedBy }),
    ...(service === undefined ? {} : { service: toRef(service) }),
  };
}

function toRef({ kind, namespace, name }: z.infer<typeof earlierFindingSchema>['object']): EarlierFinding['object'] {
  return namespace === undefined ? { kind, name } : { kind, namespace, name };
}

function parseJson(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}
