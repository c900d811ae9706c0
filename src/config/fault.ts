/** One thing that is wrong with the configuration. It never holds the value: that may be a token. */
export interface Fault {
  /** Where in the file: `access.rules[0].effect`; '' for the file as a whole. */
  readonly key: string;
  /** The variable that it comes from, when it does. */
  readonly variable?: string;
  /** In the file, from 1. */
  readonly line?: number;
  /** The end of a sentence that begins with the key. */
  readonly say: string;
}

export type KeyPath = readonly (string | number)[];

/** As people write it: `channels.C0123ABCD.alerts`, `access.rules[0].effect`. */
export function formatKey(path: KeyPath): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}

export function formatFault({ key, variable, line, say }: Fault): string {
  const at = line === undefined ? '' : `line ${line}: `;
  return `${at}${[variable ?? key, say].filter((part) => part !== '').join(' ')}`;
}
