import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/answer/answer.ts';
import {
  action,
  answer,
  fields,
  heading,
  list,
  note,
  paragraph,
  shell,
  steps,
  table,
  yaml,
} from '../../../src/core/answer/build.ts';
import { code, link, plain, strong, text } from '../../../src/core/answer/text.ts';
import { renderMarkdown } from '../../../src/render/markdown/render-markdown.ts';
import { renderPlain, renderTerminal } from '../../../src/render/terminal/render-terminal.ts';

const at = Date.parse('2026-03-10T09:30:00Z');
const narrow = { color: false, width: 40, now: at };

const root: Finding = {
  check: 'selector-label-typo',
  title: 'The selector is one letter away from the pods',
  severity: 'critical',
  role: 'root-cause',
  object: { kind: 'Service', namespace: 'shop', name: 'web' },
  say: text`${code('web')} selects ${code('app=wbe')}, the pods have ${code('app=web')}.`,
  evidence: { 'spec.selector.app': 'wbe', 'pod labels': 'app=web', matching: 0 },
  next: [{ say: text`Correct the selector:`, command: `kubectl patch service web -n shop --type=merge -p '{"spec":{}}'` }],
  source: 'https://kubernetes.io/docs/',
};
const symptom: Finding = {
  ...root,
  check: 'no-endpoints',
  title: 'No endpoints',
  role: 'symptom',
  explainedBy: 'selector-label-typo',
  say: text`The EndpointSlice is empty.`,
  evidence: {},
  next: [],
  source: '',
};

describe('renderTerminal', () => {
  it('shows the root cause with evidence, step and source, and its symptom indented beneath', () => {
    const triage = answer('triage', text`${code('web')} gets no traffic: its selector matches no pod.`, {
      status: 'critical',
      parts: [
        { kind: 'finding', finding: root },
        { kind: 'finding', finding: symptom },
      ],
      findings: [root, symptom],
      skipped: [
        { check: 'network-policy-blocks', unread: ['networkpolicies'], grant: 'list networkpolicies in namespace shop' },
        { check: 'network-policy-egress', unread: ['networkpolicies'], grant: 'list networkpolicies in namespace shop' },
      ],
      actions: [action('Explain', 'explain web -n shop'), action('All of shop', 'scan -n shop')],
      read: { cluster: 'prod', at: at - 65_000 },
    });
    expect(renderTerminal(triage, { color: false, width: 80, now: at })).toMatchInlineSnapshot(`
      "✖ web gets no traffic: its selector matches no pod.

      ✖ Root cause: The selector is one letter away from the pods
        Service shop/web · selector-label-typo
        web selects app=wbe, the pods have app=web.
          spec.selector.app: wbe
          pod labels:        app=web
          matching:          0
        1. Correct the selector:
           $ kubectl patch service web -n shop --type=merge -p '{"spec":{}}'
        Source: https://kubernetes.io/docs/

        ✖ Symptom: The EndpointSlice is empty. (no-endpoints)

      ▲ Not checked (2 checks): could not read networkpolicies. Grant:
        \`list networkpolicies in namespace shop\`
        network-policy-blocks, network-policy-egress

      Next: k8s-svc explain web -n shop  # Explain
            k8s-svc scan -n shop         # All of shop

      Cluster prod, read 2026-03-10 09:28:55 UTC (65s ago)
      "
    `);
  });

  it('writes the same words with and without colour', () => {
    const one = answer('triage', text`${code('web')} is ${strong('down')}.`, {
      status: 'critical',
      parts: [
        { kind: 'finding', finding: root },
        table('Ports', ['Port', 'Name'], [['80', 'http']]),
        shell('kubectl get pods'),
      ],
    });
    const colored = renderTerminal(one, { color: true, width: 80, now: at });
    expect(colored).toContain('\u001B[1;31m✖\u001B[0m');
    // oxlint-disable-next-line no-control-regex -- the escape sequences are what is taken out here
    expect(colored.replace(/\u001B\[[\d;]*m/gu, '')).toBe(renderTerminal(one, { color: false, width: 80, now: at }));
  });

  it.each([
    ['ok', '✔ Fine.'],
    ['info', '● Fine.'],
    ['warning', '▲ Fine.'],
    ['critical', '✖ Fine.'],
  ] as const)('puts the sign of status %s before the headline', (status, line) => {
    expect(renderTerminal(answer('explain', 'Fine.', { status }), narrow)).toBe(`${line}\n`);
  });

  it('puts no sign before an answer that is no judgement, and a cross before a problem', () => {
    expect(renderTerminal(answer('concept', 'A Service is no process.'), narrow)).toBe('A Service is no process.\n');
    expect(renderTerminal(answer('other', 'No such Service.', { problem: { code: 'service-not-found' } }), narrow)).toBe(
      '✖ No such Service.\n',
    );
  });

  it('wraps prose between words with a hanging indent and never breaks a name', () => {
    const long = 'a-very-long-service-name-that-is-longer-than-the-line';
    const words = answer('explain', 'Words', {
      parts: [
        list([text`The first item is longer than one line of this narrow terminal.`, text`see ${code(long)}, please`]),
        steps([text`one`, text`two`]),
      ],
    });
    expect(renderTerminal(words, narrow)).toMatchInlineSnapshot(`
      "Words

      - The first item is longer than one line
        of this narrow terminal.
      - see
        a-very-long-service-name-that-is-longer-than-the-line,
        please

      1. one
      2. two
      "
    `);
  });

  it('aligns fields and keeps a heading with what it heads', () => {
    const one = answer('explain', 'Fields', {
      parts: [
        heading('Facts'),
        fields([
          ['Type', plain('ClusterIP')],
          ['Cluster IP', [code('10.0.0.1')]],
          ['名前', plain('web')],
        ]),
      ],
    });
    expect(renderTerminal(one, narrow)).toMatchInlineSnapshot(`
      "Fields

      Facts
      Type:       ClusterIP
      Cluster IP: 10.0.0.1
      名前:       web
      "
    `);
  });

  it('gives a command on a line of its own whose part after the prompt is clean', () => {
    const one = answer('manifest', 'Apply it', {
      parts: [shell('kubectl apply -f web.yaml\n'), yaml('web.yaml', 'kind: Service\n')],
    });
    expect(renderTerminal(one, narrow)).toBe('Apply it\n\n$ kubectl apply -f web.yaml\n\n# web.yaml\nkind: Service\n');
  });

  it('leaves a command of several lines at the left edge, so that a here-document ends', () => {
    const command = "kubectl apply -f - <<'EOF'\nkind: Service\nEOF";
    const finding = { ...symptom, role: 'independent' as const, next: [{ say: plain('Apply:'), command }] };
    expect(renderTerminal(answer('triage', 'x', { parts: [{ kind: 'finding', finding }] }), narrow)).toContain(
      `\n${command}\n`,
    );
  });

  it('does not say again what the headline has said', () => {
    const one = answer('triage', root.say, { parts: [{ kind: 'finding', finding: root, inHeadline: true }] });
    for (const words of [renderPlain(one), renderMarkdown(one).replaceAll('`', '')]) {
      expect(words.split('web selects app=wbe')).toHaveLength(2);
      expect(words).toContain('Correct the selector');
    }
  });

  it('shows a question with the line to type for each option', () => {
    const one = answer('decide', 'One thing decides.', {
      asks: [
        {
          fact: 'audience',
          question: 'Who calls it?',
          options: [
            { label: 'Pods of this cluster', value: 'cluster', request: 'expose web --audience cluster' },
            { label: 'The internet', value: 'internet', request: 'expose web --audience internet' },
          ],
        },
      ],
    });
    expect(renderTerminal(one, narrow)).toMatchInlineSnapshot(`
      "One thing decides.

      ? Who calls it?
        1. Pods of this cluster
           $ k8s-svc expose web --audience cluster
        2. The internet
           $ k8s-svc expose web --audience internet
      "
    `);
  });

  it('quotes what people wrote in the line to type, so that a shell runs nothing of it', () => {
    const one = answer('decide', 'x', { actions: [action('Again', `ask -- what's $(rm -rf x); 'y'`)] });
    expect(renderTerminal(one, narrow)).toContain(String.raw`k8s-svc ask -- 'what'\''s' '$(rm' -rf 'x);' ''\''y'\'''`);
  });

  it('shows the path through the tree with where each answer came from', () => {
    const one = answer('decide', 'Use a ClusterIP Service.', {
      parts: [
        {
          kind: 'trace',
          steps: [
            { question: 'Who calls it?', answer: 'pods', from: 'text' },
            { question: 'Is it stateful?', answer: 'no', from: 'cluster' },
          ],
        },
        note(text`More: ${link('the docs', 'https://kubernetes.io/')}`),
      ],
    });
    expect(renderTerminal(one, { ...narrow, width: 80 })).toMatchInlineSnapshot(`
      "Use a ClusterIP Service.

      → Who calls it? pods (from your words)
      → Is it stateful? no (read from the cluster)

      More: the docs (https://kubernetes.io/)
      "
    `);
  });

  it('says how old the reading is once that matters', () => {
    const one = answer('list', 'x', { read: { cluster: 'prod', at: at - 90_000 } });
    expect(renderTerminal(one, { ...narrow, width: 80 })).toContain('Cluster prod, read 2026-03-10 09:28:30 UTC (90s ago)');
    expect(renderTerminal(one, { ...narrow, width: 80, now: at - 90_000 })).not.toContain('ago');
  });

  it('says where a diagram can be seen instead of printing its source', () => {
    const one = answer('reach', 'x', { parts: [{ kind: 'code', language: 'mermaid', code: 'graph LR; a-->b' }] });
    expect(renderTerminal(one, narrow)).not.toContain('graph LR');
    expect(renderTerminal(one, narrow)).toContain('-o md');
  });
});

describe('tables', () => {
  const rows = [
    ['web', 'a-very-long-hostname-of-a-load-balancer.elb.example.com', '80/TCP'],
    ['名前', '–', '53/UDP'],
  ];

  it('pads columns by display width and cuts the widest to fit, and says so', () => {
    const one = answer('list', 'x', { parts: [table('', ['Name', 'External', 'Ports'], rows)] });
    expect(renderTerminal(one, narrow)).toMatchInlineSnapshot(`
      "x

      Name  External                    Ports
      web   a-very-long-hostname-of-a…  80/TCP
      名前  –                           53/UDP
      … did not fit: -o md shows it whole.
      "
    `);
  });

  it('leaves a table that fits whole, and every table of plain text', () => {
    const one = answer('list', 'x', { parts: [table('Services', ['Name', 'External', 'Ports'], rows)] });
    for (const words of [renderPlain(one), renderTerminal(one, { ...narrow, width: 80 })]) {
      expect(words).toContain('a-very-long-hostname-of-a-load-balancer.elb.example.com');
      expect(words).not.toContain('…');
    }
  });

  it('says that a table without rows has none', () => {
    expect(renderPlain(answer('list', 'x', { parts: [table('', ['Name'], [])] }))).toBe('x\n\nName\n(none)\n');
  });
});

describe('renderPlain', () => {
  it('leaves a paragraph on one line, so that its words can be found', () => {
    const words = 'the same namespace '.repeat(20).trim();
    expect(renderPlain(answer('concept', 'x', { parts: [paragraph(plain(words))] }))).toContain(words);
  });
});
