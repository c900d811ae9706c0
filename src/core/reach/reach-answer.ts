import type { Answer, ReachEntry } from '../answer/answer.ts';
import { answer, fields, note, table } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { plain, text, type Text } from '../answer/text.ts';
import { readOf } from '../answer/read-of.ts';
import { grantFor } from '../model/resources.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { formatPorts } from '../network-policy/port-set.ts';
import type { Callers } from './callers.ts';
import type { EndWords } from './end-words.ts';
import { endName } from './ends.ts';
import { hop, type Hop } from './hop.ts';
import { nextParts } from './next-parts.ts';
import type { Row } from './row.ts';
import { skippedReads } from './policy-view.ts';
import type { Target } from './target.ts';
import { unreadFor } from './unread-for.ts';

interface Found {
  readonly snapshot: Snapshot;
  readonly callers: Callers;
  readonly target: Target;
  readonly words: EndWords;
  readonly rows: readonly Row[];
}

export const policiesOnly =
  'This is what the NetworkPolicies say. Whether the network plugin enforces them, and policies of other kinds (AdminNetworkPolicy, Cilium, Calico), are not looked at.';

/** The verdict, the hops that led to it, and where a policy blocks the one that would let it through. */
export function reachAnswer(found: Found): Answer {
  const { snapshot, target, rows } = found;
  const entries = entriesOf(found);
  const verdicts = new Set(entries.map((one) => one.verdict));
  const [only] = verdicts.size === 1 ? verdicts : [undefined];
  const unread = unreadFor(snapshot, target, rows);
  const dnsFails = target.hops.some((one) => one.name === 'DNS name' && one.result === 'stops here');
  return answer('reach', headline(found, entries, only, dnsFails), {
    status: only === 'allowed' && !dnsFails ? 'ok' : only === 'unknown' ? 'info' : 'warning',
    parts: [
      fields(hopsOf(target, rows).map((one): [string, Text] => [one.name, text`${one.result}: ${one.say}`])),
      ...(entries.length > 1 ? [entriesTable(entries)] : []),
      ...nextParts(
        rows,
        unread.map((one) => grantFor(one.resource, one.namespace)),
      ),
      ...target.notes.map((say) => note(plain(say))),
      ...(rows.length > 0 ? [note(plain(policiesOnly))] : []),
    ],
    reach: entries,
    ...(unread.length === 0 ? {} : { skipped: skippedReads(unread) }),
    read: readOf(snapshot),
  });
}

function entriesOf({ callers, target, rows }: Found): readonly ReachEntry[] {
  const { stop } = target;
  if (stop !== undefined) return [{ from: callers.end, to: target.end, ports: target.askedPorts, ...stop }];
  return rows.flatMap(({ from, to, outcomes }) =>
    outcomes.map(({ verdict, ports, decidedBy }) => ({
      from: from.end,
      to: to.end,
      ports: formatPorts(ports),
      verdict,
      decidedBy,
    })),
  );
}

function headline(
  { callers, target, words }: Found,
  entries: readonly ReachEntry[],
  only: ReachEntry['verdict'] | undefined,
  dnsFails: boolean,
): string {
  const what = `${endName(callers.end)} → ${endName(target.end)}${target.askedPorts[0] === 'all' ? '' : ` on ${target.askedPorts.join(', ')}`}`;
  const [first] = entries;
  if (first === undefined) return `${words.typed} has no pods that could be reached.`;
  const reason = first.decidedBy;
  switch (only) {
    case 'allowed': {
      const ports =
        target.askedPorts[0] === 'all' ? ` on ${first.ports[0] === 'all' ? 'all ports' : first.ports.join(', ')}` : '';
      return dnsFails
        ? `Allowed, but not by name: ${what}${ports}. DNS is blocked for the caller.`
        : `Allowed: ${what}${ports} (${reason}).`;
    }
    case 'blocked':
      return `Blocked: ${what}. ${reason}.`;
    case 'unknown':
      return `Cannot be told: ${what}. ${reason}.`;
    default:
      return `Allowed in part: ${what}.`;
  }
}

/** The policy hops of the pair that decides: one that is blocked, or else one that is unclear, or else any. */
function hopsOf(target: Target, rows: readonly Row[]): readonly Hop[] {
  const outcomes = rows.flatMap((row) => row.outcomes);
  const worst =
    outcomes.find((one) => one.verdict === 'blocked') ?? outcomes.find((one) => one.verdict === 'unknown') ?? outcomes[0];
  if (worst !== undefined) return [...target.hops, ...worst.hops];
  const notChecked = 'an earlier hop decides';
  return [
    ...target.hops,
    hop('Egress of the caller', 'not checked', notChecked),
    hop('Ingress of the target', 'not checked', notChecked),
  ];
}

function entriesTable(entries: readonly ReachEntry[]): Part {
  return table(
    'Each pair',
    ['From', 'To', 'Ports', 'Verdict', 'Decided by'],
    entries.map((one) => [endName(one.from), endName(one.to), one.ports.join(', '), one.verdict, one.decidedBy]),
  );
}
