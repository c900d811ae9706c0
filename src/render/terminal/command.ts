import { quote } from '../../core/model/commands.ts';
import { cleanLine, cleanLines } from '../text/clean-text.ts';
import { paint, type Medium } from './medium.ts';

/**
 * A command on a line of its own, so that what is selected after `$ ` can be pasted. Several lines (a here-document)
 * stand at the left edge without a prompt: an indented end marker would never end it.
 */
export function commandLines(command: string, medium: Medium, indent = ''): string[] {
  const lines = cleanLines(command).trimEnd().split('\n');
  if (lines.length === 1) return [`${indent}${paint(medium, 'dim', '$')} ${paint(medium, 'code', lines[0] ?? '')}`];
  return lines.map((line) => paint(medium, 'code', line));
}

/** A request in the words of the grammar as a line for the shell. What a person or the cluster wrote in it is quoted. */
export function requestLine(request: string): string {
  const words = cleanLine(request)
    .split(' ')
    .filter((word) => word !== '');
  return ['k8s-svc', ...words.map(quote)].join(' ');
}
