import type { Answer } from '../../core/answer/answer.ts';
import { flatten } from '../../core/answer/text.ts';
import { cut } from './clean.ts';
import { limits } from './limits.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import { signName } from './signs.ts';

/**
 * The top-level `text` of a message: what notifications and screen readers say, and all that is shown where blocks are
 * not. It holds the whole conclusion, escaped.
 */
export function summary(answer: Answer): string {
  const headline = flatten(answer.headline);
  const findings = (answer.findings ?? [])
    .map((finding) => flatten(finding.say))
    .filter((say) => say !== headline)
    .slice(0, 3);
  const asks = (answer.asks ?? []).map((ask) => {
    const options = ask.options.map((one) => one.label).join(', ');
    return options === '' ? ask.question : `${ask.question} (${options})`;
  });
  const words = [`${signName(answer.status)}${headline}`, ...findings, ...asks, ...firstSteps(answer)];
  const text = escapeMrkdwn(
    words
      .map((one) => cut(one, 600))
      .join('\n')
      .trim(),
    limits.messageText,
  );
  return text.trim() === '' ? 'k8s-svc has an answer.' : text;
}

/** A problem's next steps stand in its parts: without them the sentence would leave the person alone. */
function firstSteps(answer: Answer): readonly string[] {
  if (answer.problem === undefined) return [];
  return answer.parts.flatMap((part) => (part.kind === 'list' ? part.items.map(flatten) : [])).slice(0, 5);
}
