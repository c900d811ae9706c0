import type { Finding } from '../../answer/answer.ts';
import { fields, heading, paragraph } from '../../answer/build.ts';
import type { Part } from '../../answer/part.ts';
import { code, count, joinTexts, text, type Text } from '../../answer/text.ts';
import { allChecks } from '../all-checks.ts';
import { themes, type Check } from '../check.ts';
import { reasoningTree } from './reasoning-tree.ts';
import { themeWords } from '../words/theme-words.ts';
import type { ServiceTriage } from '../triage-service.ts';

/** How triage came to its answer: the tree of what explains what, the rival causes that it ruled out, and the rest. */
export function whyParts({ findings, clear }: Pick<ServiceTriage, 'findings' | 'clear'>): readonly Part[] {
  const checks = allChecks.filter((check) => clear.includes(check.id));
  const symptoms = symptomsIn(findings);
  const rivals = checks.filter((check) => check.explains.some((id) => symptoms.has(id)));
  const others = checks.filter((check) => !rivals.includes(check));
  return [
    ...(findings.length === 0
      ? []
      : [
          heading('How this was concluded'),
          { kind: 'code', language: 'text', code: reasoningTree(findings).join('\n') } as const,
        ]),
    ...(rivals.length === 0
      ? []
      : [
          heading(`Ruled out (${rivals.length})`),
          paragraph(text`Could explain ${joinTexts([...symptoms].map(code))} too, but came out clear:`),
          byTheme(rivals),
        ]),
    ...(others.length === 0
      ? []
      : [heading(`${rivals.length === 0 ? 'Clear' : 'Also clear'} (${others.length})`), byTheme(others)]),
    paragraph(text`${count(checks.length, 'check')} came out clear; ${code('help CHECK')} says what one looks for.`),
  ];
}

/** What was seen from outside: its possible causes are what had to be told apart. */
function symptomsIn(findings: readonly Finding[]): ReadonlySet<string> {
  const symptoms = new Set(allChecks.filter((check) => check.kind === 'symptom').map((check) => check.id));
  const seen = findings.filter((one) => one.severity !== 'info' && symptoms.has(one.check));
  return new Set(seen.map((one) => one.check));
}

function byTheme(checks: readonly Check[]): Part {
  return fields(
    themes.flatMap((theme): readonly (readonly [string, Text])[] => {
      const ids = checks.filter((check) => check.theme === theme).map((check) => text`${code(check.id)}`);
      return ids.length === 0 ? [] : [[themeWords[theme], joinTexts(ids, ', ')]];
    }),
  );
}
