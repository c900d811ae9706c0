import type { Environment } from '../../asked-facts.ts';
import { cloudWords } from '../data/clouds.ts';
import { find, word } from '../text/message.ts';
import { findOutside } from './external.ts';
import type { Fact, FactFinder } from './fact.ts';

const environments: readonly { readonly environment: Environment; readonly when: RegExp }[] = [
  { environment: 'production', when: word(['production', 'live (system|environment|traffic|cluster)', 'going live|go live']) },
  {
    environment: 'local',
    when: word([
      'minikube|kind cluster|k3d|my-machine|laptop|docker-desktop',
      'local (cluster|kubernetes|development|setup|env|environment|dev)',
      'locally|localhost cluster|rancher desktop|colima|orbstack',
      'on my (mac|windows|linux)( box| pc)?',
      'kindccm',
    ]),
  },
  {
    environment: 'testing',
    when: word([
      'staging',
      'test (cluster|env|environment|setup|system|purposes|lab|rig|server|deployment|app)',
      'testing|for tests?|quick test|a test|dev',
      'dev (cluster|env|environment)',
      'development|demo|demos|qa|uat|poc|proof of concept|sandbox|playground|preview|pre-prod|preprod',
      'integration env|lab|hackathon|prototype|temporary test',
    ]),
  },
];

/** `environment` and `cloud`. */
export const placeFacts: FactFinder = (message, intent) => {
  const facts: Fact[] = [];
  const cloud = cloudWords.flatMap((one) => {
    const hit = find(message, one.when);
    return hit === undefined ? [] : [{ value: one.cloud, words: hit.words }];
  })[0];
  // "our on-prem Oracle" is where the target stands, not the cluster.
  const elsewhere = cloud?.value === 'none' && findOutside(message).words !== undefined;
  // "a LoadBalancer without a cloud" is the subject of a concept, not a place.
  const subject = cloud?.value === 'none' && intent === 'concept';
  if (cloud !== undefined && !elsewhere && !subject) facts.push({ fact: 'cloud', ...cloud });
  if (intent === 'concept') return facts;
  const environment = environments.flatMap((one) => {
    const hit = find(message, one.when);
    return hit === undefined ? [] : [{ value: one.environment, words: hit.words }];
  })[0];
  if (environment !== undefined) facts.push({ fact: 'environment', ...environment });
  else if (cloud !== undefined && (cloud.value === 'minikube' || cloud.value === 'kind')) {
    facts.push({ fact: 'environment', value: 'local', words: cloud.words });
  }
  return facts;
};
