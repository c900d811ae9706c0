import fc from 'fast-check';
import type {
  Action,
  Answer,
  Ask,
  EarlierFinding,
  Finding,
  Intent,
  NextStep,
  RecommendationType,
  SuppressedFinding,
  TraceStep,
} from '../../src/core/answer/answer.ts';
import type { Part } from '../../src/core/answer/part.ts';
import { flatten, type Inline, type Text } from '../../src/core/answer/text.ts';
import type { ObjectRef } from '../../src/core/model/kinds/meta.ts';
import { anyString } from './hostile-strings.ts';

const url = fc.oneof(fc.webUrl(), anyString, fc.constant('https://kubernetes.io/docs/concepts/services-networking/service/'));

const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ is: fc.constantFrom('plain' as const, 'code' as const, 'strong' as const), value: anyString }),
  fc.record({ is: fc.constant('link' as const), value: anyString, url }),
);
export const arbitraryText: fc.Arbitrary<Text> = fc.oneof(
  { weight: 8, arbitrary: fc.array(inline, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.array(inline, { maxLength: 80 }) },
);

const objectRef: fc.Arbitrary<ObjectRef> = fc.record(
  { kind: anyString, name: anyString, namespace: anyString },
  { requiredKeys: ['kind', 'name'] },
);
const nextStep: fc.Arbitrary<NextStep> = fc.record({ say: arbitraryText, command: anyString }, { requiredKeys: ['say'] });
const severity = fc.constantFrom('critical' as const, 'warning' as const, 'info' as const);

export const arbitraryFinding: fc.Arbitrary<Finding> = fc.record(
  {
    check: anyString,
    title: anyString,
    severity,
    role: fc.constantFrom('root-cause' as const, 'symptom' as const, 'independent' as const),
    explainedBy: anyString,
    object: objectRef,
    service: objectRef,
    say: arbitraryText,
    evidence: fc.dictionary(anyString, fc.oneof(anyString, fc.integer(), fc.boolean()), { maxKeys: 12 }),
    next: fc.array(nextStep, { maxLength: 4 }),
    source: url,
  },
  { requiredKeys: ['check', 'title', 'severity', 'role', 'object', 'say', 'evidence', 'next', 'source'] },
);

const suppressedFinding: fc.Arbitrary<SuppressedFinding> = fc.record(
  { finding: arbitraryFinding, by: fc.constantFrom('annotation' as const, 'config' as const), reason: anyString },
  { requiredKeys: ['finding', 'by'] },
);
const earlierFinding: fc.Arbitrary<EarlierFinding> = arbitraryFinding.map(({ say, ...rest }) => ({
  ...rest,
  say: flatten(say),
}));

const traceStep: fc.Arbitrary<TraceStep> = fc.record({
  question: anyString,
  answer: anyString,
  from: fc.constantFrom('text' as const, 'cluster' as const, 'person' as const, 'default' as const),
});

/** Any part; tables and lists reach well beyond what one message takes. */
export const arbitraryPart: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: arbitraryText }),
  fc.record({ kind: fc.constant('heading' as const), text: anyString }),
  fc.record(
    { kind: fc.constant('list' as const), items: fc.array(arbitraryText, { maxLength: 30 }), ordered: fc.boolean() },
    { requiredKeys: ['kind', 'items'] },
  ),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: anyString, value: arbitraryText }), { maxLength: 15 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    caption: anyString,
    columns: fc.array(anyString, { maxLength: 24 }),
    rows: fc.oneof(
      fc.array(fc.array(anyString, { maxLength: 24 }), { maxLength: 6 }),
      fc
        .integer({ min: 0, max: 400 })
        .map((n) => Array.from({ length: n }, (_, row) => [`web-${row}`, 'ClusterIP', `10.0.0.${row}`])),
    ),
  }),
  fc.record(
    {
      kind: fc.constant('code' as const),
      language: fc.constantFrom('yaml' as const, 'shell' as const, 'text' as const, 'mermaid' as const),
      code: anyString,
      file: anyString,
    },
    { requiredKeys: ['kind', 'language', 'code'] },
  ),
  fc.record({ kind: fc.constant('finding' as const), finding: arbitraryFinding }),
  fc.record({ kind: fc.constant('trace' as const), steps: fc.array(traceStep, { maxLength: 12 }) }),
  fc.record({ kind: fc.constant('note' as const), text: arbitraryText }),
);

const action: fc.Arbitrary<Action> = fc.record(
  { label: anyString, request: anyString, style: fc.constant('primary' as const) },
  { requiredKeys: ['label', 'request'] },
);
const ask: fc.Arbitrary<Ask> = fc.record({
  fact: fc.constantFrom('audience' as const, 'workload' as const, 'port' as const),
  question: anyString,
  options: fc.array(fc.record({ label: anyString, value: anyString, request: anyString }), { maxLength: 40 }),
});
const types: readonly RecommendationType[] = [
  'ClusterIP',
  'NodePort',
  'LoadBalancer',
  'LoadBalancer-internal',
  'ExternalName',
  'Headless',
];
const intents: readonly Intent[] = [
  'decide',
  'explain',
  'manifest',
  'triage',
  'scan',
  'list',
  'concept',
  'review',
  'reach',
  'smalltalk',
  'other',
];

/** Any Answer whatever: every renderer has to turn it into something its medium takes. */
export const arbitraryAnswer: fc.Arbitrary<Answer> = fc.record(
  {
    intent: fc.constantFrom(...intents),
    headline: arbitraryText,
    status: fc.oneof(severity, fc.constant('ok' as const)),
    parts: fc.oneof(
      { weight: 6, arbitrary: fc.array(arbitraryPart, { maxLength: 8 }) },
      { weight: 1, arbitrary: fc.array(arbitraryPart, { minLength: 40, maxLength: 90 }) },
    ),
    actions: fc.array(action, { maxLength: 30 }),
    facts: fc.record({ workload: fc.constant('web'), port: fc.integer({ min: 1, max: 65_535 }) }),
    recommendation: fc.record({
      type: fc.constantFrom(...types),
      alternatives: fc.array(fc.record({ type: fc.constantFrom(...types), because: anyString }), { maxLength: 4 }),
      trace: fc.array(traceStep, { maxLength: 6 }),
    }),
    asks: fc.array(ask, { maxLength: 3 }),
    topic: anyString,
    findings: fc.array(arbitraryFinding, { maxLength: 5 }),
    skipped: fc.array(fc.record({ check: anyString, unread: fc.array(anyString, { maxLength: 3 }), grant: anyString }), {
      maxLength: 4,
    }),
    suppressed: fc.array(suppressedFinding, { maxLength: 3 }),
    judged: fc.array(
      fc.record({ object: objectRef, status: fc.oneof(severity, fc.constantFrom('ok' as const, 'unknown' as const)) }),
      {
        maxLength: 5,
      },
    ),
    since: fc.record({
      new: fc.array(arbitraryFinding, { maxLength: 2 }),
      unchanged: fc.array(arbitraryFinding, { maxLength: 2 }),
      fixed: fc.array(earlierFinding, { maxLength: 2 }),
      unknown: fc.array(earlierFinding, { maxLength: 2 }),
    }),
    reach: fc.array(
      fc.record({
        from: objectRef,
        to: fc.oneof(objectRef, fc.record({ kind: fc.constant('External' as const), cidr: anyString })),
        ports: fc.array(anyString, { maxLength: 3 }),
        verdict: fc.constantFrom('allowed' as const, 'blocked' as const, 'unknown' as const),
        decidedBy: anyString,
      }),
      { maxLength: 4 },
    ),
    manifests: fc.array(
      fc.record({ name: anyString, yaml: anyString, proven: fc.subarray(['schema', 'checks', 'dry-run'] as const) }),
      { maxLength: 3 },
    ),
    problem: fc.record({ code: anyString }),
    read: fc.record({ cluster: anyString, at: fc.integer({ min: 0, max: 4_000_000_000_000 }) }),
  },
  { requiredKeys: ['intent', 'headline', 'parts', 'actions'] },
);
