import { parse } from 'yaml';
import { z } from 'zod';
import { placeholder, placeholderNames, type Topic, type TopicBlock } from '../../src/core/concept/topic.ts';

/** Pages that may be given as source: the project's own, and those of the tools and controllers that a topic is about. */
const officialHosts = [
  'kubernetes.io',
  'gateway-api.sigs.k8s.io',
  'minikube.sigs.k8s.io',
  'kind.sigs.k8s.io',
  'docs.k3s.io',
  'metallb.io',
  'docs.cilium.io',
];
const fewestWords = 60;
const mostWords = 200;
const fewestQuestions = 8;

const frontMatter = z.strictObject({
  id: z.string(),
  title: z.string().min(3).max(75),
  source: z.url().refine(isOfficial, `must be an https page of ${officialHosts.join(', ')}`),
  'asked-as': z.array(z.string().min(3)).min(fewestQuestions),
  fields: z.array(z.string().min(2)).nonempty().optional(),
});

/** A topic from its Markdown. Throws an Error that names the file and what is wrong in it. */
export function parseTopic(file: string, markdown: string): Topic {
  const refuse = (reason: string): Error => new Error(`${file}: ${reason}`);
  const [, front, words] = /^---\n(.*?)\n---\n(.*)$/su.exec(markdown.replaceAll('\r\n', '\n')) ?? [];
  if (front === undefined || words === undefined) throw refuse('does not begin with front matter between two lines ---');
  const read = frontMatter.safeParse(parseYaml(front, refuse));
  if (!read.success) throw refuse(read.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; '));
  const { id, title, source, fields, 'asked-as': askedAs } = read.data;
  if (`${id}.md` !== file) throw refuse(`its id is ${id}, so it must be called ${id}.md`);
  if (new Set(askedAs).size < askedAs.length) throw refuse('asked-as says something twice');

  const [summary, ...body] = blocksOf(words, refuse);
  if (typeof summary !== 'string') throw refuse('must begin with a paragraph: it is the headline');
  const all = [summary, ...body].flat().join(' ');
  const count = all.split(/\s+/u).length;
  if (count < fewestWords || count > mostWords) throw refuse(`has ${count} words, not ${fewestWords} to ${mostWords}`);
  for (const block of [summary, ...body].flat()) checkMarks(block, refuse);
  return { id, title, summary, body, askedAs, ...(fields === undefined ? {} : { fields }), source };
}

function parseYaml(front: string, refuse: (reason: string) => Error): unknown {
  try {
    return parse(front, { logLevel: 'error' });
  } catch (error) {
    throw refuse(`the front matter is not YAML: ${(error as Error).message.split('\n')[0]}`);
  }
}

/** Paragraphs and lists; what else Markdown has no medium of ours would show. */
function blocksOf(words: string, refuse: (reason: string) => Error): TopicBlock[] {
  return words
    .split(/\n\s*\n/u)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => {
      const other = /^(?:#|>|```|\||\d+\.|[*+] |<)/mu.exec(block) ?? /\]\(/u.exec(block);
      if (other !== null) throw refuse(`"${block.slice(0, 40)}" is neither a paragraph nor a list with dashes`);
      if (!block.startsWith('- ')) return joined(block);
      return block.slice(2).split('\n- ').map(joined);
    });
}

const joined = (block: string) => block.split(/\s*\n\s*/u).join(' ');

/** Backticks come in pairs, and placeholders stand between them, with a name that can be filled. */
function checkMarks(block: string, refuse: (reason: string) => Error): void {
  const pieces = block.split('`');
  if (pieces.length % 2 === 0) throw refuse(`a backtick stands alone in "${block.slice(0, 40)}"`);
  pieces.forEach((piece, index) => {
    const isCode = index % 2 === 1;
    for (const [whole, name] of piece.matchAll(placeholder)) {
      if (!isCode) throw refuse(`${whole} stands outside of backticks`);
      if (!placeholderNames.some((one) => one === name)) throw refuse(`${whole} is not one of ${placeholderNames.join(', ')}`);
    }
    const rest = piece.replaceAll(placeholder, '');
    if (rest.includes('{{')) throw refuse(`a placeholder is not written {{name:default}} in "${block.slice(0, 40)}"`);
  });
}

function isOfficial(source: string): boolean {
  const { protocol, hostname } = new URL(source);
  return protocol === 'https:' && officialHosts.includes(hostname);
}
