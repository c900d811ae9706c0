import { describe, expect, it } from 'vitest';
import { appProtocols, audiences, clouds, environments, type AskedFacts } from '../../../src/core/ask/asked-facts.ts';
import { questions } from '../../../src/core/tree/all.ts';
import { decide } from '../../../src/core/tree/decide.ts';
import type { Hints } from '../../../src/core/tree/known.ts';

const maybe = <T>(values: readonly T[]): readonly (T | undefined)[] => [undefined, ...values];

/** Every combination of what the tree asks for, each fact also left open. */
function* everyMessage(): Generator<{ readonly facts: AskedFacts; readonly hints: Hints }> {
  const outside: readonly (readonly [AskedFacts, Hints])[] = [
    [{}, {}],
    [{}, { shortLook: true }],
    [{ externalHost: 'db.example.org' }, {}],
    [{}, { addresses: ['10.1.2.3'] }],
  ];
  for (const audience of maybe(audiences))
    for (const perPodAddress of maybe([true, false]))
      for (const routing of maybe([true, false]))
        for (const cloud of maybe(clouds))
          for (const protocol of maybe(appProtocols))
            for (const environment of maybe(environments))
              for (const [more, hints] of outside)
                yield {
                  hints,
                  facts: {
                    ...more,
                    ...(audience && { audience }),
                    ...(perPodAddress !== undefined && { perPodAddress }),
                    ...(routing !== undefined && { 'http-routing': routing }),
                    ...(cloud && { cloud }),
                    ...(protocol && { protocol }),
                    ...(environment && { environment }),
                  },
                };
}

describe('every branch of the decision tree', () => {
  it('is taken by a message that states facts and nothing else', () => {
    const taken = new Set<string>();
    for (const { facts, hints } of everyMessage())
      for (const { question, option } of decide(facts, undefined, hints).steps) taken.add(`${question.id} → ${option.value}`);
    const all = questions.flatMap(({ id, options }) => options.map(({ value }) => `${id} → ${value}`));
    expect(all.filter((branch) => !taken.has(branch))).toEqual([]);
  });
});
