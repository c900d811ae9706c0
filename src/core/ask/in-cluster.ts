import { formatRequest } from './format-request.ts';
import { parseWords } from './parse-words.ts';

/** The words of a request, to that cluster unless they name one: what a button under an answer from another cluster says. */
export function inCluster(words: string, cluster: string): string {
  try {
    const request = parseWords(words);
    if (request.verb === 'help' || request.verb === 'use' || request.verb === 'review' || request.cluster !== undefined)
      return words;
    if (request.verb === 'scan' && request.allClusters === true) return words;
    return formatRequest({ ...request, cluster });
  } catch {
    return words;
  }
}
