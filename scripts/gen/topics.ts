import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { Topic } from '../../src/core/concept/topic.ts';
import { parseTopic } from './topic-file.ts';

const folder = new URL('../../src/core/concept/topics/', import.meta.url);

/** `all-topics.ts`, since core reads no files and the bundle is one, and `docs/topics.md`. A file in the folder is a topic. */
export async function gen(): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort();
  const topics = await Promise.all(files.map(async (file) => parseTopic(file, await readFile(new URL(file, folder), 'utf8'))));
  refuseTwins(topics);
  await writeFile(
    new URL('../../src/core/concept/all-topics.ts', import.meta.url),
    `// Written by \`npm run gen\` from the files in topics/.
import type { Topic } from './topic.ts';

export const topics: readonly Topic[] = ${JSON.stringify(topics, null, 2)};
`,
  );
  await writeFile(new URL('../../docs/topics.md', import.meta.url), table(topics));
}

/** Two topics that name one question: which of them answers would be left to chance. */
export function refuseTwins(topics: readonly Topic[]): void {
  const owners = new Map<string, string>();
  for (const { id, askedAs } of topics) {
    for (const question of askedAs) {
      const owner = owners.get(question.toLowerCase());
      if (owner !== undefined) throw new Error(`${id}.md: asked-as "${question}" is in ${owner}.md too`);
      owners.set(question.toLowerCase(), id);
    }
  }
}

function table(topics: readonly Topic[]): string {
  const rows = topics.map(({ id, title, source }) => `| \`${id}\` | ${title} | <${source}> |`);
  return `# Topics

Written by \`npm run gen\` from \`src/core/concept/topics/\`. ${topics.length} topics: what \`k8s-svc\` can teach. Ask in your own words;
the names of your Service, namespace and port are filled in when you say them.

| id | title | source |
| --- | --- | --- |
${rows.join('\n')}
`;
}
