import { readdir, writeFile } from 'node:fs/promises';

const folder = new URL('../../src/core/triage/checks/', import.meta.url);
const target = new URL('../../src/core/triage/all-checks.ts', import.meta.url);

/** The list of all checks: a file in the folder is a check, nothing else has to be touched to add one. */
export async function gen(): Promise<void> {
  const ids = (await readdir(folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  const name = (id: string) => id.replaceAll(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  await writeFile(
    target,
    `// Written by \`npm run gen\` from the files in checks/.
import type { Check } from './check.ts';
${ids.map((id) => `import ${name(id)} from './checks/${id}.ts';`).join('\n')}

export const allChecks: readonly Check[] = [
${ids.map((id) => `  ${name(id)},`).join('\n')}
];
`,
  );
}
