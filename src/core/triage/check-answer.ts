import type { Answer } from '../answer/answer.ts';
import { action, answer, fields, note, paragraph, shell } from '../answer/build.ts';
import { code, joinTexts, link, plain, text, type Text } from '../answer/text.ts';
import { formatRequest } from '../ask/format-request.ts';
import { allChecks } from './all-checks.ts';
import type { Check, CheckInfo } from './check.ts';
import { derivations } from './facts/facts.ts';
import { ignoreAnnotation } from './suppress/ignored-checks.ts';
import { themeWords } from './words/theme-words.ts';

/** So many ids are named in one row. */
const MOST_NAMED = 12;
/** A longer message that happens to hold an id is about something else. */
const MOST_WORDS = 14;

const severityWords: Readonly<Record<CheckInfo['severity'], string>> = {
  critical: 'critical: traffic does not arrive',
  warning: 'warning: it arrives in part, or soon will not',
  info: 'info: worth knowing, harms nobody now',
};

/** What a check looks for, from its own data: the same that triage runs. */
export function checkAnswer(check: CheckInfo): Answer {
  const explainedBy = allChecks.filter((other) => other.explains.includes(check.id));
  const reads = [...new Set([...check.needs, ...check.uses].flatMap((fact) => derivations[fact].reads))];
  return answer('concept', text`${code(check.id)}: ${check.title}.`, {
    topic: check.id,
    parts: [
      paragraph(plain(check.detects)),
      fields([
        ['Severity', plain(severityWords[check.severity])],
        ['Theme', plain(themeWords[check.theme])],
        ...row('Reads', reads),
        ...row('Explains', check.explains),
        ...row(
          'Explained by',
          explainedBy.map((one) => one.id),
        ),
      ]),
      note(text`Source: ${link(new URL(check.source).hostname, check.source)}`),
      note(text`A Service that is meant to be so says it with an annotation; the finding is then counted, not raised:`),
      shell(`kubectl annotate service SERVICE -n NAMESPACE ${ignoreAnnotation}=${check.id}`),
    ],
    actions: [action('What is broken?', formatRequest({ verb: 'scan' })), action('All checks', 'help triage')],
  });
}

/** The check that a message asks about by its id: "what does no-ready-endpoints mean?", or the id alone. */
export function checkAskedAbout(message: string): Check | undefined {
  const words = message
    .toLowerCase()
    .split(/[^a-z0-9-]+/u)
    .filter((word) => word !== '');
  return words.length > MOST_WORDS ? undefined : allChecks.find((check) => words.includes(check.id));
}

function row(name: string, ids: readonly string[]): readonly (readonly [string, Text])[] {
  if (ids.length === 0) return [];
  const named = ids.slice(0, MOST_NAMED).map((id) => text`${code(id)}`);
  const more = ids.length - named.length;
  return [[name, joinTexts(more > 0 ? [...named, `${more} more`] : named)]];
}
