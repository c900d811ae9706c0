import { describe, expect, it } from 'vitest';
import { findBreaches, importsOf } from '../../scripts/walls/find-breaches.ts';
import { readSources } from '../../scripts/walls/read-sources.ts';

describe('the walls between the folders', () => {
  it('stand everywhere in src', async () => {
    const files = await readSources();
    expect(files.length).toBeGreaterThan(100);
    expect(findBreaches(files)).toEqual([]);
  });

  it.each([
    ['core/triage/x.ts', `import { readFile } from 'node:fs/promises';`],
    ['core/triage/x.ts', `import { App } from '@slack/bolt';`],
    ['core/triage/x.ts', `import { createFileReader } from '../../read/files/file-reader.ts';`],
    ['read/files/x.ts', `import { renderPlain } from '../../render/terminal/render-terminal.ts';`],
    ['read/files/x.ts', `const { KubeConfig } = await import('@kubernetes/client-node');`],
    ['render/terminal/x.ts', `import type { Reader } from '../../read/files/file-reader.ts';`],
    ['slack/x.ts', `export { runCli } from '../cli/run-cli.ts';`],
    ['cli/x.ts', `import '../slack/create-slack-app.ts';`],
    ['app/x.ts', `import {\n  createClusterReader,\n} from '../read/cluster/cluster-reader.ts';`],
    ['elsewhere/x.ts', ''],
  ])('fall with a sentence when %s is given %j', (path, text) => {
    const [breach, ...more] = findBreaches([{ path, text }]);
    expect(more).toEqual([]);
    expect(breach?.because).toMatch(/\w+ \w+ \w+/u);
  });

  it('let through what the design allows', () => {
    expect(
      findBreaches([
        { path: 'render/slack/x.ts', text: `import { cleanLine } from '../text/clean-text.ts';` },
        { path: 'playground/x.ts', text: `import { createSlackApp } from '../slack/create-slack-app.ts';` },
        { path: 'read/cluster/x.ts', text: `import type { KubeConfig } from '@kubernetes/client-node';` },
      ]),
    ).toEqual([]);
  });

  it('see every form of import', () => {
    const text = `import a from 'a';\nimport type { B } from "b";\nimport 'c';\nexport * from 'd';\nconst e = await import('e');\nimport {\n  f,\n} from 'f';`;
    expect(importsOf(text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});
