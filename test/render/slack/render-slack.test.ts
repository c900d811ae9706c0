import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer/answer.ts';
import { answer, fields, heading, list, note, paragraph, shell, steps, table, yaml } from '../../../src/core/answer/build.ts';
import { code, link, plain, strong, text } from '../../../src/core/answer/text.ts';
import { blocksToText } from '../../../src/render/slack/blocks-to-text.ts';
import { renderSlack, type SlackRenderOptions } from '../../../src/render/slack/render-slack.ts';

const read = (one: Answer, options?: SlackRenderOptions) => blocksToText(renderSlack(one, options).blocks);

describe('renderSlack', () => {
  it('shows every kind of words', () => {
    const all = answer('explain', text`Service ${code('shop/web')} is healthy.`, {
      status: 'ok',
      parts: [
        heading('Ports'),
        paragraph(text`Reached at ${code('web.shop.svc')}, see ${link('the docs', 'https://kubernetes.io/docs/')}.`),
        fields([
          ['Type', plain('ClusterIP')],
          ['Ready', text`${strong('2')} of 2`],
        ]),
        list([plain('one'), plain('two')]),
        steps([plain('first'), plain('then')]),
        table(
          'Endpoints',
          ['POD', 'READY'],
          [
            ['web-1', 'true'],
            ['web-2', ''],
          ],
        ),
        shell('kubectl get endpointslices'),
        { kind: 'trace', steps: [{ question: 'Who reaches it?', answer: 'the cluster', from: 'cluster' }] },
        note(text`Not read: ${code('ingresses')}.`),
      ],
    });
    expect(read(all)).toMatchInlineSnapshot(`
      ":white_check_mark: Service shop/web is healthy.

      Ports

      Reached at web.shop.svc, see the docs (https://kubernetes.io/docs/).

      Type: ClusterIP
      Ready: 2 of 2

      • one
      • two

      1. first
      2. then

      Endpoints

      POD     READY
      web-1   true
      web-2   –

      kubectl get endpointslices

      1. Who reaches it? the cluster (read from the cluster)

      Not read: ingresses."
    `);
  });

  it('shows a symptom as one line, without steps: its root cause is what to mend', () => {
    const symptom: Answer = answer('triage', 'x', {
      parts: [
        {
          kind: 'finding',
          finding: {
            check: 'no-ready-endpoint',
            title: 'No ready endpoint',
            severity: 'critical',
            role: 'symptom',
            explainedBy: 'selector-label-typo',
            object: { kind: 'Service', namespace: 'shop', name: 'web' },
            say: plain('There is no ready endpoint.'),
            evidence: {},
            next: [{ say: plain('never shown') }],
            source: 'https://kubernetes.io/docs/',
          },
        },
      ],
    });
    expect(read(symptom)).toContain('↳ There is no ready endpoint. (no-ready-endpoint)');
    expect(read(symptom)).not.toContain('never shown');
  });

  it('says what was not checked, once for each grant', () => {
    const skipped = ['a', 'b'].map((check) => ({ check, unread: ['pods'], grant: 'list pods' }));
    expect(read(answer('triage', 'x', { skipped }))).toContain(
      ':warning: Not checked (2 checks): could not read pods. Grant: list pods',
    );
  });

  it('asks one question with a button an option, each with its request', () => {
    const asking = answer('decide', 'One thing decides.', {
      asks: [
        {
          fact: 'audience',
          question: 'Who reaches it?',
          options: [{ label: 'Internet', value: 'internet', request: 'expose web --audience internet' }],
        },
        { fact: 'port', question: 'Never asked at the same time', options: [] },
      ],
    });
    const { blocks, text: spoken } = renderSlack(asking);
    expect(blocksToText(blocks)).toBe('One thing decides.\n\nWho reaches it?\n\n[Internet]');
    expect(JSON.stringify(blocks)).toContain(JSON.stringify('{"v":1,"r":"expose web --audience internet"}'));
    expect(spoken).toBe('One thing decides.\nWho reaches it? (Internet)\nNever asked at the same time');
  });

  it('lists options to type when their requests are too long for buttons', () => {
    const options = ['Internet', 'Cluster'].map((label) => ({ label, value: label, request: 'x'.repeat(2_100) }));
    const asking = answer('decide', 'x', { asks: [{ fact: 'audience', question: 'Who?', options }] });
    expect(read(asking)).toBe('x\n\nWho?\n\nAnswer with: Internet, Cluster');
  });

  it('says a problem with its next steps also to those who do not see blocks', () => {
    const problem = answer('other', 'There is no Service <web>.', {
      parts: [list([plain('Nearest: web-api')])],
      problem: { code: 'service-not-found' },
    });
    expect(renderSlack(problem).text).toBe('There is no Service &lt;web&gt;.\nNearest: web-api');
    expect(read(problem)).toContain(':x: There is no Service <web>.');
  });

  it('keeps the question, the buttons and the footer in the first message of a long answer', () => {
    const long = answer('scan', 'Many', {
      parts: Array.from({ length: 60 }, (_, n) => paragraph(plain(`${n} ${'word '.repeat(100)}`))),
      actions: [{ label: 'Scan again', request: 'scan -A' }],
      read: { cluster: 'prod', at: Date.parse('2026-03-10T09:30:00Z') },
    });
    const { blocks, overflow = [], files = [] } = renderSlack(long);
    expect(blocksToText(blocks)).toMatch(
      /The rest follows in further messages\.\n\n\[Scan again\]\n\nRead from prod at 2026-03-10 09:30:00 UTC$/u,
    );
    const shown = [blocks, ...overflow.map((one) => one.blocks)].map(blocksToText).join('\n');
    for (let n = 0; n < 60; n += 1) expect(shown + files.map((file) => file.content).join('')).toContain(`${n} word`);
  });

  it('shows short YAML in the message and long YAML as a file with its first lines', () => {
    const short = renderSlack(answer('manifest', 'x', { parts: [yaml('web.yaml', 'kind: Service\n')] }));
    expect(short.files).toBeUndefined();
    expect(blocksToText(short.blocks)).toContain('kind: Service');
    const lines = Array.from({ length: 100 }, (_, n) => `line-${n}`).join('\n');
    const long = renderSlack(answer('manifest', 'x', { parts: [yaml('../etc/web service.yaml', lines)] }));
    expect(long.files).toEqual([{ name: 'etc-web-service.yaml', content: `${lines}\n`, snippetType: 'yaml' }]);
    expect(blocksToText(long.blocks)).toMatch(/line-24\n\n75 more lines: the whole is in the file etc-web-service\.yaml\.$/u);
  });

  it('shows long YAML whole where no file can go along', () => {
    const lines = Array.from({ length: 400 }, (_, n) => `line-${n}`).join('\n');
    const {
      blocks,
      overflow = [],
      files,
    } = renderSlack(answer('manifest', 'x', { parts: [yaml('web.yaml', lines)] }), { withFiles: false });
    expect(files).toBeUndefined();
    expect([blocks, ...overflow.map((one) => one.blocks)].map(blocksToText).join('\n')).toContain('line-399');
  });

  it('puts the rows that do not fit into a file and says how many', () => {
    const rows = Array.from({ length: 500 }, (_, n) => [`web-${n}`, 'ClusterIP', '10.0.0.1']);
    const long = renderSlack(answer('list', 'x', { parts: [table('Services in shop', ['NAME', 'TYPE', 'IP'], rows)] }));
    const shown = long.blocks.find((block) => block.type === 'table')?.rows.length ?? 0;
    expect(blocksToText(long.blocks)).toContain(`${501 - shown} more rows of 500 are in the file services-in-shop.txt.`);
    expect(long.files?.[0]?.content).toContain('web-499   ClusterIP   10.0.0.1\n');
  });

  it('draws one table a message and others as aligned text', () => {
    const both = answer('explain', 'x', {
      parts: [table('A', ['NAME'], [['web']]), table('B', ['NAME', 'TYPE'], [['web-server', 'x']])],
    });
    expect(renderSlack(both).blocks.filter((block) => block.type === 'table')).toHaveLength(1);
    expect(read(both)).toContain('NAME         TYPE\nweb-server   x');
  });

  it('names who shared it and what was asked', () => {
    const shared = renderSlack(answer('triage', 'fine'), { sharedBy: { userId: 'U1', words: 'triage web <!channel>' } });
    expect(blocksToText(shared.blocks)).toBe('@U1 shared: triage web <!channel>\n\nfine');
  });

  it('reads out what is worst first: sign, headline, findings', () => {
    expect(renderSlack(answer('triage', 'Service web selects no pods', { status: 'critical' })).text).toBe(
      'Critical: Service web selects no pods',
    );
    expect(renderSlack(answer('other', '')).text).toBe('k8s-svc has an answer.');
  });
});
