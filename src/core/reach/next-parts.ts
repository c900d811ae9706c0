import { heading, list, paragraph, yaml } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { plain } from '../answer/text.ts';
import { allowPolicy } from './allow-policy.ts';
import type { Row } from './row.ts';

/** What to do: grant what was not read, or apply a policy beside the ones that block. */
export function nextParts(rows: readonly Row[], grants: readonly string[]): readonly Part[] {
  const parts: Part[] = grants.length === 0 ? [] : [paragraph(plain(`To be certain, grant ${grants.join(' and ')}.`))];
  const blocked = rows
    .flatMap((row) => row.outcomes.map((outcome) => ({ row, outcome })))
    .find(({ outcome }) => outcome.verdict === 'blocked');
  if (blocked === undefined) return parts;
  const policies = blocked.outcome.hops.flatMap((one) => {
    if (one.result !== 'stops here') return [];
    const direction = one.name === 'Egress of the caller' ? 'egress' : 'ingress';
    const words = allowPolicy(direction, blocked.row.from, blocked.row.to, blocked.outcome.ports);
    return words === undefined ? [] : [yaml(`allow-${direction}.yaml`, words)];
  });
  if (policies.length === 0) return parts;
  return [
    ...parts,
    heading('To let it through'),
    list([plain('If it should be allowed, apply this beside the policies that exist: they add up.')]),
    ...policies,
  ];
}
