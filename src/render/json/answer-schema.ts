import { z } from 'zod';
import { intents } from '../../core/answer/answer.ts';
import { askedFactsSchema } from '../../core/ask/asked-facts.ts';

const severity = z.enum(['critical', 'warning', 'info']);
const objectRef = z.object({ kind: z.string(), namespace: z.string().optional(), name: z.string() });
const recommendationType = z.enum([
  'ClusterIP',
  'NodePort',
  'LoadBalancer',
  'LoadBalancer-internal',
  'ExternalName',
  'Headless',
  'Ingress-or-Gateway',
  'selectorless-Service',
  'port-forward',
]);
const reachEnd = z.union([objectRef, z.object({ kind: z.literal('External'), cidr: z.string() })]);

const finding = z.object({
  cluster: z.string().optional(),
  check: z.string(),
  title: z.string(),
  severity,
  role: z.enum(['root-cause', 'symptom', 'independent']),
  explainedBy: z.string().optional(),
  object: objectRef,
  service: objectRef.optional(),
  say: z.string(),
  evidence: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  next: z.array(z.object({ say: z.string(), command: z.string().optional() })),
  source: z.string(),
});
/** What an earlier scan is read back as: enough to name a finding again. */
export const earlierFindingSchema = finding.omit({ cluster: true, evidence: true, next: true, source: true });

/** The answer as data, as `-o json` prints it: the contract that other programs may rely on. */
export const answerSchema = z.object({
  intent: z.enum(intents),
  headline: z.string(),
  facts: askedFactsSchema.optional(),
  recommendation: z
    .object({
      type: recommendationType,
      alternatives: z.array(z.object({ type: recommendationType, because: z.string() })),
      trace: z.array(
        z.object({ question: z.string(), answer: z.string(), from: z.enum(['text', 'cluster', 'person', 'default']) }),
      ),
    })
    .optional(),
  asks: z
    .array(
      z.object({
        fact: z.string(),
        question: z.string(),
        options: z.array(z.object({ label: z.string(), value: z.string(), request: z.string() })),
      }),
    )
    .optional(),
  topic: z.string().optional(),
  findings: z.array(finding).optional(),
  skipped: z
    .array(z.object({ cluster: z.string().optional(), check: z.string(), unread: z.array(z.string()), grant: z.string() }))
    .optional(),
  suppressed: z.array(z.object({ finding, by: z.enum(['annotation', 'config']), reason: z.string().optional() })).optional(),
  judged: z
    .array(
      z.object({
        cluster: z.string().optional(),
        object: objectRef,
        status: z.enum(['critical', 'warning', 'info', 'ok', 'unknown']),
      }),
    )
    .optional(),
  since: z
    .object({
      new: z.array(earlierFindingSchema),
      unchanged: z.array(earlierFindingSchema),
      fixed: z.array(earlierFindingSchema),
      unknown: z.array(earlierFindingSchema),
    })
    .optional(),
  reach: z
    .array(
      z.object({
        from: reachEnd,
        to: reachEnd,
        ports: z.array(z.string()),
        verdict: z.enum(['allowed', 'blocked', 'unknown']),
        decidedBy: z.string(),
      }),
    )
    .optional(),
  manifests: z
    .array(z.object({ name: z.string(), yaml: z.string(), proven: z.array(z.enum(['schema', 'checks', 'dry-run'])) }))
    .optional(),
  problem: z.object({ code: z.string() }).optional(),
  cluster: z.string().optional(),
  clusters: z
    .array(
      z.object({
        cluster: z.string(),
        status: z.enum(['critical', 'warning', 'info', 'ok', 'unread']),
        say: z.string(),
        problem: z.object({ code: z.string() }).optional(),
      }),
    )
    .optional(),
  text: z.string(),
});

export type AnswerJson = z.infer<typeof answerSchema>;
