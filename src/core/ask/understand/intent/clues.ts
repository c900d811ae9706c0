import { factFinders } from '../facts/all.ts';
import { findMentions } from '../facts/mentions.ts';
import { findProducts } from '../facts/products.ts';
import { word, type Message } from '../text/message.ts';
import { once } from '../text/once.ts';
import type { Clues } from './rule.ts';
import { isGeneric, placeholder } from './generic-question.ts';
import { findShape } from './shape.ts';
import { failureWords, hypothetical } from './failure-words.ts';
import { apiFieldWords, choiceWords, diagnoseWords, fieldWords, kubernetesWords, strongWords } from './vocabulary.ts';

/** What kubectl and curl print when something fails. */
const failureSigns =
  /<pending>|Endpoints:\s*(?:<none>)?\s*$|refused|timed out|Could not resolve|NXDOMAIN|\b50[234]\b|Failed|Error|Unhealthy|0\/[1-9]/;

/** What the shape of a message tells. */
export const findClues = once((message: Message): Clues => {
  const { canonical, sections } = message;
  const mentions = findMentions(message);
  const roles = new Set(mentions.map((one) => one.role));
  const serviceNamed = roles.has('service') || roles.has('free');
  const named = serviceNamed || roles.has('workload') || roles.has('product');
  const diagnosing = diagnoseWords.test(canonical);
  const failing =
    failureWords.test(canonical.replace(hypothetical, 'then')) || sections.pasted.some((line) => failureSigns.test(line));
  // What a product's name brings along is no requirement that somebody stated.
  const products = new Set(findProducts(message.tokens).map((one) => one.name));
  const requirements = new Set(
    factFinders
      .flatMap((find) => find(message, 'decide'))
      .filter((one) => !products.has(one.words))
      .map((one) => one.fact),
  );
  for (const fact of ['service', 'workload', 'namespace', 'kind', 'stateful', 'environment'] as const)
    requirements.delete(fact);
  const shape = findShape(message);
  const ownNames = new Set(
    mentions
      .filter((one) => ownRoles.has(one.role) && !placeholder.test(one.name))
      .map((one) => message.tokens[one.at]?.norm ?? ''),
  );
  const said = word(
    'my|our|mine|ours|us|i have|we have|i am running|we run|we use|i deployed|i installed|we deployed|i created|we created|i set',
  ).test(canonical);
  return {
    ...shape,
    genericQuestion: fieldWords.test(canonical) && shape.questions.some((clause) => isGeneric(clause, ownNames)),
    apiField: apiFieldWords.test(canonical),
    mine:
      said ||
      serviceNamed ||
      mentions.some((one) => one.role === 'namespace' && one.name.length > 1) ||
      mentions.some((one) => one.role === 'workload' && !products.has(one.name)),
    named,
    serviceNamed,
    aboutNamed:
      /^(?:hey |hi |so |and |, )*(?:does|is|has|can|are|will) /.test(canonical) &&
      mentions.some((one) => one.at <= 5 && (one.role === 'service' || one.role === 'free')),
    own: named || word('my|our|mine|ours|i have|we have').test(canonical),
    failing,
    diagnosing,
    choosing:
      (choiceWords.test(canonical) && !(diagnosing && failing)) ||
      // Who says what they need in so many respects wants a way to it, whatever went wrong before.
      (shape.wishes && requirements.size >= 3 && !diagnosing && !shape.asks && !shape.observes),
    yaml: sections.yaml.length > 0,
    pasted: sections.pasted.length > 0,
    field: fieldWords.test(canonical),
    strong: strongWords.test(canonical),
    kubernetes: kubernetesWords.test(canonical),
    requirements: requirements.size,
  };
});

const ownRoles: ReadonlySet<string> = new Set(['service', 'free', 'workload', 'namespace']);
