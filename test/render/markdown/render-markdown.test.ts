import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/answer/answer.ts';
import type { Part } from '../../../src/core/answer/part.ts';
import { action, answer, fields, heading, list, note, paragraph, shell, steps, table } from '../../../src/core/answer/build.ts';
import { code, link, plain, strong, text } from '../../../src/core/answer/text.ts';
import { codeFence, codeSpan, escapeMarkdown, markdownLine } from '../../../src/render/markdown/escape-markdown.ts';
import { renderMarkdown } from '../../../src/render/markdown/render-markdown.ts';

const only = (part: Part): string => renderMarkdown(answer('explain', 'x', { parts: [part] })).replace('## x\n\n', '');

describe('escapeMarkdown', () => {
  it.each([
    ['emphasis', '*bold* _it_ ~gone~', String.raw`\*bold\* \_it\_ \~gone\~`],
    ['links', '[click](https://evil.example)', String.raw`\[click\](https://evil.example)`],
    ['HTML', '<img src=x>', String.raw`\<img src=x\>`],
    ['entities', '&lt;', String.raw`\&lt;`],
    ['code', '`x`', '\\`x\\`'],
    ['table cells', 'a | b', String.raw`a \| b`],
    ['math and headings', '$x$ # y', String.raw`\$x\$ \# y`],
    ['mentions', 'ask @octocat', 'ask @<!-- -->octocat'],
    ['several lines', 'a\n\n# b', String.raw`a \# b`],
  ])('takes the meaning from %s', (_, value, escaped) => {
    expect(escapeMarkdown(value)).toBe(escaped);
  });

  it('leaves an e-mail address and ordinary words alone', () => {
    expect(escapeMarkdown('mail ops@example.com, 10.0.0.1:80 (TCP)!')).toBe('mail ops@example.com, 10.0.0.1:80 (TCP)!');
  });
});

describe('markdownLine', () => {
  it.each([
    ['- not a list', String.raw`\- not a list`],
    ['1. not a list', String.raw`1\. not a list`],
    ['---', String.raw`\---`],
    ['===', String.raw`\===`],
    ['10.0.0.1 is an address', '10.0.0.1 is an address'],
    ['-n is a flag', '-n is a flag'],
  ])('makes no block of a line that starts with %s', (value, line) => {
    expect(markdownLine(plain(value))).toBe(line);
  });

  it('makes links of web addresses only', () => {
    expect(markdownLine([link('docs', 'https://kubernetes.io/docs/(x)')])).toBe('[docs](https://kubernetes.io/docs/%28x%29)');
    expect(markdownLine([link('docs', 'javascript:alert(1)')])).toBe('docs');
  });

  it('writes no empty emphasis', () => {
    expect(markdownLine(text`a ${strong(' ')}b`)).toBe('a b');
  });
});

describe('code', () => {
  it('spans with one backtick more than any run inside', () => {
    expect(codeSpan('web')).toBe('`web`');
    expect(codeSpan('a``b')).toBe('```a``b```');
    expect(codeSpan('`x')).toBe('`` `x ``');
  });

  it('escapes a pipe in a table, where it ends a cell even in code', () => {
    expect(codeSpan('a|b', true)).toBe(String.raw`${'`'}a\|b${'`'}`);
    expect(codeSpan('a|b')).toBe('`a|b`');
  });

  it('fences with one backtick more than any run inside', () => {
    expect(codeFence('yaml', 'a: "````"')).toBe('`````yaml\na: "````"\n`````');
    expect(codeFence('sh', 'ls\n')).toBe('```sh\nls\n```');
  });
});

describe('renderMarkdown', () => {
  it.each<[string, Part, string]>([
    ['a heading', heading('Ports'), '### Ports\n'],
    ['a paragraph', paragraph(text`${code('web')} is ${strong('down')}.`), '`web` is **down**.\n'],
    ['a list', list([plain('a'), plain('b')]), '- a\n- b\n'],
    ['steps', steps([plain('a'), plain('b')]), '1. a\n2. b\n'],
    ['fields', fields([['Type', plain('ClusterIP')]]), '- **Type:** ClusterIP\n'],
    ['a table', table('T', ['A', 'B'], [['1|2', ''], ['3']]), '**T**\n\n| A | B |\n| --- | --- |\n| 1\\|2 |  |\n| 3 |  |\n'],
    ['an empty table', table('', ['A'], []), '(none)\n'],
    ['a command', shell('kubectl get pods'), '```sh\nkubectl get pods\n```\n'],
    ['a diagram', { kind: 'code', language: 'mermaid', code: 'graph LR' }, '```mermaid\ngraph LR\n```\n'],
    ['a note', note(plain('small print')), '> small print\n'],
  ])('writes %s', (_, part, markdown) => {
    expect(only(part)).toBe(markdown);
  });

  it('writes a finding with its evidence as a table and its commands as fenced code inside the steps', () => {
    const root: Finding = {
      check: 'selector-label-typo',
      title: 'The selector is one letter away',
      severity: 'critical',
      role: 'root-cause',
      object: { kind: 'Service', namespace: 'shop', name: 'web' },
      say: text`${code('web')} selects ${code('app=wbe')}.`,
      evidence: { 'spec.selector.app': 'wbe' },
      next: [{ say: plain('Correct it:'), command: 'kubectl edit service web' }],
      source: 'https://kubernetes.io/docs/',
    };
    const one = answer('triage', 'web gets no traffic.', {
      status: 'critical',
      parts: [
        { kind: 'finding', finding: root },
        { kind: 'finding', finding: { ...root, role: 'symptom', title: 'No endpoints', evidence: {}, next: [], source: '' } },
      ],
      skipped: [{ check: 'network-policy-blocks', unread: ['networkpolicies'], grant: 'list networkpolicies' }],
      actions: [action('Explain', 'explain web -n shop')],
      read: { cluster: 'prod_eu', at: Date.parse('2026-03-10T09:30:00Z') },
    });
    expect(renderMarkdown(one)).toMatchInlineSnapshot(`
      "## ✖ web gets no traffic.

      ### ✖ Root cause: The selector is one letter away

      Service shop/web · \`selector-label-typo\`

      \`web\` selects \`app=wbe\`.

      | Evidence | Value |
      | --- | --- |
      | \`spec.selector.app\` | \`wbe\` |

      1. Correct it:

         \`\`\`sh
         kubectl edit service web
         \`\`\`

      Source: <https://kubernetes.io/docs/>

      - ✖ Symptom: \`web\` selects \`app=wbe\`. (\`selector-label-typo\`)

      ### ▲ Not checked

      - 1 check: could not read networkpolicies. Grant: \`list networkpolicies\` (network-policy-blocks)

      **Next**

      - \`k8s-svc explain web -n shop\`: Explain

      <sub>Cluster prod\\_eu, read 2026-03-10 09:30:00 UTC</sub>
      "
    `);
  });

  it('writes the question with what to run for each option', () => {
    const one = answer('decide', 'One thing decides.', {
      asks: [
        { fact: 'audience', question: 'Who calls it?', options: [{ label: 'Pods', value: 'cluster', request: 'expose web' }] },
      ],
    });
    expect(renderMarkdown(one)).toBe('## One thing decides.\n\n**Who calls it?**\n\n1. Pods: `k8s-svc expose web`\n');
  });

  it('writes the path through the tree as a table', () => {
    const trace: Part = { kind: 'trace', steps: [{ question: 'Who calls it?', answer: 'pods', from: 'person' }] };
    expect(only(trace)).toContain('| Who calls it? | pods | you chose it |');
  });
});
