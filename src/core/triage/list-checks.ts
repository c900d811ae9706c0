import { heading, list, note } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, text } from '../answer/text.ts';
import { allChecks } from './all-checks.ts';
import { themes } from './check.ts';
import { ignoreAnnotation, ignoreReasonAnnotation } from './suppress/ignored-checks.ts';
import { themeWords } from './words/theme-words.ts';

/** Every check, by theme, for the help on triage. */
export function checkListParts(): readonly Part[] {
  return [
    ...themes.flatMap((theme): readonly Part[] => {
      const checks = allChecks.filter((check) => check.theme === theme);
      if (checks.length === 0) return [];
      return [
        heading(`${themeWords[theme]} (${checks.length})`),
        list(checks.map((check) => text`${code(check.id)}: ${check.title}`)),
      ];
    }),
    note(text`More on one of them: ${code('help CHECK')}.`),
    note(
      text`What a Service is meant to be is silenced on it: annotation ${code(`${ignoreAnnotation}: CHECK[,CHECK]`)}, with the reason in ${code(ignoreReasonAnnotation)}. It is then counted as suppressed, not hidden.`,
    ),
  ];
}
