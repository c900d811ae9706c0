import type { Answer } from '../../core/answer/answer.ts';
import { flatten } from '../../core/answer/text.ts';
import { testCases, type TestCase } from './test-cases.ts';
import { element, xmlText } from './xml.ts';
import { readTime } from '../text/read-time.ts';

/**
 * The answer as a JUnit report, as CI systems read it: a suite a namespace, a case a Service.
 * Source: github.com/testmoapp/junitxml (the format has no standard; this is what its readers have in common)
 */
export function renderJunit(answer: Answer): string {
  const cases = answer.problem === undefined ? testCases(answer) : [problemCase(answer)];
  const suites = [...Map.groupBy(cases, (one) => one.suite)].map(([namespace, own]) =>
    element('testsuite', { name: suiteName(namespace), ...sums(own), ...timestamp(answer) }, block(own.map(caseElement))),
  );
  const root = element('testsuites', { name: `k8s-svc ${answer.intent}`, ...sums(cases) }, block(suites));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function caseElement({ suite, name, outcome, message, type, lines }: TestCase): string {
  const body = lines.length === 0 ? [] : [xmlText(`\n${lines.join('\n')}\n`)];
  return element('testcase', { classname: suiteName(suite), name }, block(within()));

  function within(): readonly string[] {
    switch (outcome) {
      case 'failed':
        return [element('failure', { message, type }, body)];
      case 'error':
        return [element('error', { message, type }, body)];
      case 'skipped':
        return [element('skipped', { message }), ...output()];
      case 'passed':
        return output();
      default:
        return outcome satisfies never;
    }
  }
  function output(): readonly string[] {
    return body.length === 0 ? [] : [element('system-out', {}, body)];
  }
}

/** Nothing could be judged: a red report, never an empty green one. */
function problemCase({ headline, parts, problem }: Answer): TestCase {
  const next = parts.flatMap((part) => (part.kind === 'list' ? part.items.map(flatten) : []));
  return { suite: '', name: 'k8s-svc', outcome: 'error', message: flatten(headline), type: problem?.code ?? '', lines: next };
}

function sums(cases: readonly TestCase[]): Readonly<Record<string, number>> {
  const count = (outcome: TestCase['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  return { tests: cases.length, failures: count('failed'), errors: count('error'), skipped: count('skipped') };
}

function timestamp({ read }: Answer): Readonly<Record<string, string>> {
  const at = readTime(read);
  return at === undefined ? {} : { timestamp: at.toISOString().slice(0, 19) };
}

function suiteName(namespace: string): string {
  return namespace === '' ? 'k8s-svc' : namespace;
}

/** Children each on lines of their own. */
function block(children: readonly string[]): readonly string[] {
  return children.length === 0 ? [] : [`\n${children.join('\n')}\n`];
}
