import { z } from 'zod';

/**
 * What k8s-svc writes of SARIF 2.1.0, with every property that the standard requires of these objects, and nothing else:
 * strict objects refuse a property that is misspelt.
 */
const message = z.strictObject({ text: z.string() });
const level = z.enum(['none', 'note', 'warning', 'error']);
const index = z.int().min(0);

const rule = z.strictObject({
  id: z.string(),
  shortDescription: message,
  fullDescription: message.optional(),
  helpUri: z.url().optional(),
  defaultConfiguration: z.strictObject({ level }),
  properties: z.strictObject({ tags: z.array(z.string()) }).optional(),
});

const logicalLocation = z.strictObject({
  name: z.string(),
  fullyQualifiedName: z.string(),
  kind: z.string(),
  index,
  parentIndex: index.optional(),
});

/** GitHub takes no result without a file and a line. */
const location = z.strictObject({
  logicalLocations: z.array(logicalLocation).length(1),
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri: z.string().regex(/^[\w\-.!~*'()%/]*$/u) }),
    region: z.strictObject({ startLine: z.int().min(1) }),
  }),
});

const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: index,
  level,
  message,
  locations: z.array(location).length(1),
  partialFingerprints: z.record(z.string(), z.string()),
  baselineState: z.enum(['new', 'unchanged', 'updated', 'absent']).optional(),
  suppressions: z.array(
    z.strictObject({
      kind: z.enum(['inSource', 'external']),
      status: z.enum(['accepted', 'underReview', 'rejected']),
      justification: z.string().optional(),
    }),
  ),
  properties: z.record(z.string(), z.unknown()),
});

const invocation = z.strictObject({
  executionSuccessful: z.boolean(),
  endTimeUtc: z.iso.datetime().optional(),
  toolExecutionNotifications: z.array(z.strictObject({ level, message })),
});

export const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({ name: z.string().min(1), version: z.string(), rules: z.array(rule) }),
        }),
        invocations: z.array(invocation),
        logicalLocations: z.array(logicalLocation),
        results: z.array(result),
        properties: z.record(z.string(), z.unknown()),
      }),
    )
    .length(1),
});

/** Parses a log and holds it to what a schema of its shape cannot say. */
export function checkedSarif(log: unknown): z.infer<typeof sarifSchema>['runs'][number] {
  const [run] = sarifSchema.parse(JSON.parse(JSON.stringify(log))).runs;
  if (run === undefined) throw new Error('no run');
  const { rules } = run.tool.driver;
  if (new Set(rules.map((one) => one.id)).size !== rules.length) throw new Error('two rules of the same id');
  run.logicalLocations.forEach((location, at) => {
    if (location.index !== at) throw new Error(`logical location ${at} says that it is ${location.index}`);
    if (location.parentIndex !== undefined && run.logicalLocations[location.parentIndex]?.kind !== 'namespace') {
      throw new Error(`the parent of logical location ${at} is no namespace`);
    }
  });
  for (const one of run.results) {
    if (rules[one.ruleIndex]?.id !== one.ruleId) throw new Error(`ruleIndex of ${one.ruleId} leads to another rule`);
    const [location] = one.locations[0]?.logicalLocations ?? [];
    if (JSON.stringify(run.logicalLocations[location?.index ?? -1]) !== JSON.stringify(location)) {
      throw new Error(`the location of ${one.ruleId} is not the one that its index leads to`);
    }
    // A lone brace opens a placeholder. SARIF 2.1.0, 3.11.5
    if (/[{}]/u.test(one.message.text.replaceAll('{{', '').replaceAll('}}', ''))) throw new Error('a lone brace in a message');
    if (one.message.text.includes('](')) throw new Error('a link in a message');
  }
  const states = new Set(run.results.map((one) => one.baselineState === undefined));
  if (states.size > 1) throw new Error('baselineState is on some results only');
  const prints = run.results.map((one) => JSON.stringify(one.partialFingerprints));
  if (new Set(prints).size !== prints.length) throw new Error('two results have the same fingerprint');
  return run;
}
