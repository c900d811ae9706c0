import { readFile, writeFile } from 'node:fs/promises';
import { themes } from '../../src/core/triage/check.ts';
import { derivations } from '../../src/core/triage/facts/facts.ts';
import { allChecks } from '../../src/core/triage/all-checks.ts';

/** `docs/checks.md`: what triage looks for, from the checks' own data. */
export async function gen(): Promise<void> {
  const sections = themes.flatMap((theme) => {
    const checks = allChecks.filter((check) => check.theme === theme);
    if (checks.length === 0) return [];
    return [`## ${theme}`, '', ...checks.flatMap((check) => aboutCheck(check))];
  });
  const text = `# Checks

Written by \`npm run gen\` from \`src/core/triage/checks/\`. ${allChecks.length} checks.

A **cause** may be the headline of a triage; a **symptom** only when nothing that was found explains it; a **note** never
beside a cause or symptom. A check whose need could not be read is skipped and said so, never taken for clear.
\`k8s-svc help CHECK\` shows an entry in the terminal or in chat.

${sections.join('\n')}`;
  const notes = await readFile(new URL('checks-notes.md', import.meta.url), 'utf8');
  await writeFile(new URL('../../docs/checks.md', import.meta.url), `${text.trimEnd()}\n${notes}`);
}

function aboutCheck(check: (typeof allChecks)[number]): readonly string[] {
  const reads = [...new Set(check.needs.flatMap((fact) => derivations[fact].reads))];
  const better = [...new Set(check.uses.flatMap((fact) => derivations[fact].reads))].filter((one) => !reads.includes(one));
  return [
    `### ${check.id}`,
    '',
    `${check.title}.`,
    '',
    `- ${check.severity} ${check.kind}; reads ${[...reads, ...better.map((one) => `(${one})`)].join(', ') || 'nothing more'}`,
    ...(check.explains.length === 0 ? [] : [`- explains ${check.explains.join(', ')}`]),
    `- ${check.detects}`,
    `- source: <${check.source}>`,
    '',
  ];
}
