import type { GoField, GoMessages, Reads } from './record-reads.ts';

const scalars = new Set(['string', 'bool', 'int', 'time', 'quantity', 'intOrString', 'json', 'bytes']);

/** Collects the messages of all kinds. One that is read the same way for two kinds stands there once. */
export class Table {
  readonly #all: GoMessages;
  /** Each as its fields, a line each. */
  readonly messages: Record<string, readonly string[]> = {};

  constructor(all: GoMessages) {
    this.#all = all;
  }

  /** The name of the message with those fields that are read. */
  add(type: string, reads: Reads): string {
    const lines = (this.#all[type] ?? [])
      .filter((field) => (field.name === '' ? this.#isRead(field.type, reads) : reads.get(type)?.has(field.name) === true))
      .map((field) => this.#line(field, reads));
    return this.#named(type, lines);
  }

  #isRead(type: string, reads: Reads): boolean {
    return (this.#all[type] ?? []).some((field) =>
      field.name === '' ? this.#isRead(field.type, reads) : reads.get(type)?.has(field.name) === true,
    );
  }

  #line(field: GoField, reads: Reads): string {
    const type = scalars.has(field.type) ? field.type : this.add(field.type, reads);
    const many = { one: '', list: '[]', map: '{}' }[field.many];
    return `${field.number} ${field.name === '' ? '-' : field.name} ${type}${many}${field.zeroIsAbsent ? '?' : ''}`;
  }

  #named(type: string, lines: readonly string[]): string {
    for (let variant = 1; ; variant += 1) {
      const name = variant === 1 ? type : `${type}_${variant}`;
      const known = this.messages[name];
      if (known === undefined) this.messages[name] = lines;
      if (known === undefined || known.join('\n') === lines.join('\n')) return name;
    }
  }
}
