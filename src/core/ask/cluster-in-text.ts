/** A cluster that a message names, and the message without the words that do. */
export interface ClusterInText {
  readonly cluster: string;
  /** As it is called there. */
  readonly word: string;
  readonly rest: string;
  /** The word "cluster" or "context" stands beside the name. */
  readonly isCertain: boolean;
}

const quote = '["\'`“”„«»]?';
const article = '(?:(?:the|our|my|dem|der|den|unserem|el|la|nuestro|le|notre|o|nosso)\\s+)?';
const preposition = '(?:in|on|at|for|of|from|across|within|im|auf|en|del|dans|sur|du|no|na|em)';
const kind = '(?:kube-?)?(?:clusters?|context|kontext|contexto|contexte)';

/**
 * The cluster in "scan prod cluster", "is web healthy in cluster p?", "what is broken on staging": by its name or another
 * name of it. Longer names go first (`prod-eu` is not `prod`). undefined when none is named.
 */
export function clusterInText(message: string, names: ReadonlyMap<string, string>): ClusterInText | undefined {
  const lower = message.toLowerCase();
  const byLength = [...names]
    .filter(([word]) => lower.includes(word.toLowerCase()))
    .toSorted(([a], [b]) => b.length - a.length);
  for (const isCertain of [true, false]) {
    for (const [word, cluster] of byLength) {
      const named = `${quote}${word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)}${quote}(?![\\w:@/-]|\\.\\w)`;
      const shapes = isCertain
        ? [
            `(?:${preposition}\\s+)?${article}${kind}\\s+${named}`,
            `(?:${preposition}\\s+)?${article}${named}\\s+${kind}(?![\\w-])`,
          ]
        : [`(?:in|on|im|auf|en|dans|em)\\s+${named}(?!\\s+(?:namespace|ns)(?![\\w-]))`];
      for (const shape of shapes) {
        const found = new RegExp(`(?<![\\w:@/.-])${shape}`, 'iu').exec(message);
        if (found === null) continue;
        const rest = `${message.slice(0, found.index)} ${message.slice(found.index + found[0].length)}`;
        return {
          cluster,
          word,
          isCertain,
          rest: rest
            .replaceAll(/\s+/gu, ' ')
            .replaceAll(/(?<!\s)\s+(?=[?!.,;])/gu, '')
            .trim(),
        };
      }
    }
  }
  return undefined;
}

const everyCluster =
  /(?<![\w-])(?:(?:all|every|each|across|both|alle[nr]?|jede[mrns]?|todos|tous|toutes)(?:\s+(?:of|the|our|my|all|unsere[nr]?|los|les|nos|os|nuestros)){0,3})\s+(?:kubernetes\s+)?clusters?n?(?![\w-])/iu;

/** "what is broken in all clusters?" */
export function namesEveryCluster(message: string): boolean {
  return everyCluster.test(message);
}
