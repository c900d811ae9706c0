import type { Severity } from '../../core/answer/answer.ts';
import { cleanLine } from '../text/clean-text.ts';
import type { SarifLevel, SarifMessage } from './sarif.ts';

/**
 * Words as a plain text message, in which braces stand doubled (a single one opens a placeholder) and brackets never form
 * a link: the words come from the cluster. Source: SARIF 2.1.0, 3.11.5 and 3.11.6
 */
export function sarifMessage(words: string): SarifMessage {
  return { text: cleanLine(words).replace(/[{}]/gu, '$&$&').replaceAll('](', '] (') };
}

export const sarifLevels: Readonly<Record<Severity, SarifLevel>> = { critical: 'error', warning: 'warning', info: 'note' };
