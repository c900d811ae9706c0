import type { Token } from '../text/tokens.ts';

/** "checkout is down", "who can reach web?": without an article a plain noun is the name of one thing. */
export function isSubject(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.norm ?? '';
  const after = tokens[at + 1]?.norm ?? '?';
  if (article.test(before)) return false;
  return verbAfter.test(after) || (verbBefore.test(before) && stateAfter.test(after));
}
const article = /^(?:the|my|our|a|an|your|their|this|that|every|each|any|one|some)$/;
const verbAfter = /^(?:is|has|does|keeps|returns|gives|gets|shows|answers|stopped|went|fails|hangs)$/;
const verbBefore =
  /^(?:reach|reaches|call|calls|access|explain|describe|triage|expose|is|are|does|can|about|with|make|debug|to|why)$/;
const stateAfter =
  /^(?:[?.!;,]|reachable|accessible|exposed|public|internal|external|down|up|broken|ok|okay|healthy|talk|reach|call|connect|from|in|visible|open)$/;
