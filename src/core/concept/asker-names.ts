import { code, type Text } from '../answer/text.ts';
import { allOf, type AskedFacts } from '../ask/asked-facts.ts';
import { isObjectName } from '../ask/object-name.ts';
import { prose } from './prose.ts';
import { placeholder, type PlaceholderName, type TopicBlock } from './topic.ts';

/** The asker's own names, where exactly one is stated. */
export type AskerNames = Readonly<Partial<Record<PlaceholderName, string>>>;

/** A Service is mostly called as its workload, so either stands for the other. What cannot be a name is left out. */
export function askerNames({ service, workload, namespace, port, targetPort }: AskedFacts): AskerNames {
  const named = { service: service ?? workload, workload: workload ?? service, namespace, port, targetPort };
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) => {
      const [only, ...others] = allOf<string | number>(value).map(String);
      return only === undefined || others.length > 0 || !isObjectName(only) ? [] : [[name, only]];
    }),
  );
}

/** Prose of a topic with the asker's names in its placeholders. They stay inside of code: a name is never markup. */
export function namedProse(words: string, names: AskerNames = {}): Text {
  return prose(words).map((run) => (run.is === 'code' ? code(filled(run.value, names)) : run));
}

/** The words of a topic's block as they read when nothing is known of the asker. */
export function plainWords(block: TopicBlock): string {
  return filled([block].flat().join(' '), {});
}

function filled(words: string, names: AskerNames): string {
  return words.replaceAll(placeholder, (_, name: PlaceholderName, usual: string) => names[name] ?? usual);
}
