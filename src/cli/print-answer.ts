import { dump } from 'js-yaml';
import type { Answer } from '../core/answer/answer.ts';
import { allChecks } from '../core/triage/all-checks.ts';
import { toJson } from '../render/json/render-json.ts';
import { renderJunit } from '../render/junit/render-junit.ts';
import { renderMarkdown } from '../render/markdown/render-markdown.ts';
import { renderSarif } from '../render/sarif/render-sarif.ts';
import { renderSlack } from '../render/slack/render-slack.ts';
import { renderTerminal } from '../render/terminal/render-terminal.ts';
import type { Io } from './io.ts';
import { isReport, type Output } from './terminal-flags.ts';

/**
 * Prints one answer. A problem in words goes to standard error, so that a pipe gets answers only; a report holds it too and
 * is read by nobody until it is uploaded, so that the words are said beside it.
 */
export function printAnswer(answer: Answer, output: Output, io: Io, version: string): void {
  const words = asOutput(answer, output, io, version);
  if (isReport(output) && answer.problem !== undefined) io.err(asOutput(answer, 'text', io, version));
  const line = words.endsWith('\n') ? words : `${words}\n`;
  if (output === 'text' && answer.problem !== undefined) io.err(line);
  else io.out(line);
}

function asOutput(answer: Answer, output: Output, io: Io, version: string): string {
  switch (output) {
    case 'text':
      return renderTerminal(answer, { color: io.color, width: io.width, now: io.now() });
    case 'json':
      return JSON.stringify(toJson(answer), null, 2);
    case 'md':
      return renderMarkdown(answer);
    case 'yaml': {
      // A manifest in YAML is what kubectl apply reads; anything else is the data of -o json.
      const manifests = answer.manifests ?? [];
      if (manifests.length > 0) return manifests.map((manifest) => manifest.yaml.trimEnd()).join('\n---\n');
      return dump(toJson(answer), { lineWidth: 120, noRefs: true });
    }
    case 'slack':
      return JSON.stringify(renderSlack(answer), null, 2);
    case 'sarif':
      return JSON.stringify(renderSarif(answer, { version, checks: allChecks }), null, 2);
    case 'junit':
      return renderJunit(answer);
    default:
      return output satisfies never;
  }
}
