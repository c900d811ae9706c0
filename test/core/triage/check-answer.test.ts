import { describe, expect, it } from 'vitest';
import { help } from '../../../src/app/uses/help.ts';
import { flatten } from '../../../src/core/answer/text.ts';
import { allChecks } from '../../../src/core/triage/all-checks.ts';
import { themes } from '../../../src/core/triage/check.ts';
import { checkAnswer, checkAskedAbout } from '../../../src/core/triage/check-answer.ts';
import { themeWords } from '../../../src/core/triage/words/theme-words.ts';
import { validateBlocks } from '../../../src/render/slack/check-blocks.ts';
import { renderSlack } from '../../../src/render/slack/render-slack.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';
import { runInTerminal } from '../../support/run-in-terminal.ts';

describe('a question about a check', () => {
  it.each([
    ['what does selector-matches-no-pods mean?', 'selector-matches-no-pods'],
    ['selector-matches-no-pods', 'selector-matches-no-pods'],
    ['Was bedeutet `no-ready-endpoints`?', 'no-ready-endpoints'],
    ['explain the NO-ENDPOINTS check', 'no-endpoints'],
    ['why do I have no endpoints?', undefined],
    ['what does selector-matches-no-pods-at-all mean?', undefined],
    [
      'we run a Deployment called web behind a Service and since the last release the tool says no-endpoints and callers get 503',
      undefined,
    ],
  ])('%j is about %s', (message, id) => {
    expect(checkAskedAbout(message)?.id).toBe(id);
  });

  it.each(allChecks.map((check) => [check.id, check] as const))("%s answers from the check's own data", (id, check) => {
    const answer = checkAnswer(check);
    const words = renderPlain(answer);
    expect(flatten(answer.headline)).toBe(`${id}: ${check.title}.`);
    expect(answer.topic).toBe(id);
    expect(words.replaceAll('`', '')).toContain(check.detects.replaceAll('`', '').replaceAll(/\s+/gu, ' '));
    expect(words).toContain(check.source);
    expect(words).toContain(`k8s-svc.io/ignore=${id}`);
  });

  it('is answered in the terminal without a cluster', async () => {
    const { out, code } = await runInTerminal(['what', 'does', 'no-endpoints', 'mean?', '--offline']);
    expect(code).toBe(0);
    expect(out).toMatch(/^no-endpoints: The Service has no endpoints\./u);
    expect(out).toContain('Explained by:');
  });
});

describe('help triage', () => {
  const words = renderPlain(help({ verb: 'help', about: 'triage' }));

  it('lists every check once, beneath its theme', () => {
    for (const theme of themes) {
      const checks = allChecks.filter((check) => check.theme === theme);
      const section = words.split(`${themeWords[theme]} (${checks.length})\n`)[1]?.split('\n\n')[0] ?? '';
      expect(
        section
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => /^- ([a-z0-9-]+):/u.exec(line)?.[1]),
      ).toEqual(checks.map((check) => check.id));
    }
  });

  it('fits into the messages of Slack', () => {
    const { blocks, overflow = [] } = renderSlack(help({ verb: 'help', about: 'triage' }));
    for (const message of [blocks, ...overflow.map((one) => one.blocks)]) {
      expect(validateBlocks(message, 'message')).toEqual([]);
    }
  });

  it('tells how a check is silenced on a Service', () => {
    expect(words).toContain('k8s-svc.io/ignore: CHECK[,CHECK]');
  });
});

it('help scan tells what the exit code means with and without --since', () => {
  expect(renderPlain(help({ verb: 'help', about: 'scan' }))).toMatch(
    /--since FILE.*\n[^]*exit code is then 1 only when something critical is new/u,
  );
});
