/** A run of text. What comes from the cluster or a person is data in `value`; only the renderer decides how it is escaped. */
export type Inline =
  | { readonly is: 'plain'; readonly value: string }
  | { readonly is: 'code'; readonly value: string }
  | { readonly is: 'strong'; readonly value: string }
  | { readonly is: 'link'; readonly value: string; readonly url: string };

export type Text = readonly Inline[];

export function code(value: string | number): Inline {
  return { is: 'code', value: String(value) };
}

export function strong(value: string): Inline {
  return { is: 'strong', value };
}

export function link(value: string, url: string): Inline {
  return { is: 'link', value, url };
}

/** Builds a Text: text`Service ${code(name)} has ${n} pods`. Interpolated strings and numbers are plain data. */
export function text(strings: TemplateStringsArray, ...values: readonly (Inline | Text | string | number)[]): Text {
  const runs: Inline[] = [];
  const add = (run: Inline) => {
    const last = runs.at(-1);
    if (run.is === 'plain' && last?.is === 'plain') runs[runs.length - 1] = { is: 'plain', value: last.value + run.value };
    else if (run.value !== '') runs.push(run);
  };
  strings.forEach((string, index) => {
    add({ is: 'plain', value: string });
    const value = values[index];
    if (value === undefined) return;
    if (Array.isArray(value)) (value as Text).forEach(add);
    else if (typeof value === 'object') add(value as Inline);
    else add({ is: 'plain', value: String(value) });
  });
  return runs;
}

export function plain(value: string): Text {
  return value === '' ? [] : [{ is: 'plain', value }];
}

/** The words alone, as a log line, an alt text or JSON has them. */
export function flatten(words: Text): string {
  return words.map((run) => run.value).join('');
}

/** `a, b and c` of already built texts. */
export function joinTexts(items: readonly (Inline | Text | string)[], last = ' and '): Text {
  return items.flatMap((item, index): Text => {
    const runs: Text = typeof item === 'string' ? plain(item) : Array.isArray(item) ? (item as Text) : [item as Inline];
    if (index === 0) return runs;
    return [{ is: 'plain', value: index === items.length - 1 ? last : ', ' }, ...runs];
  });
}

/** `1 pod`, `3 pods`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
