import type { Intent, RecommendationType } from '../../../../src/core/answer/answer.ts';
import type { AskedFacts } from '../../../../src/core/ask/asked-facts.ts';
import type { KnownNames } from '../../../../src/core/ask/follow-up/follow-up.ts';
import type { Turn } from '../../../../src/core/ask/follow-up/turn.ts';
import { parseWords } from '../../../../src/core/ask/parse-words.ts';

export const names: KnownNames = {
  services: ['web', 'api', 'checkout'],
  workloads: ['web', 'api', 'postgres'],
  namespaces: ['shop', 'shop-staging', 'prod', 'mail'],
  clusters: ['kind', 'eu'],
};

function turn(words: string, intent: Intent, facts: AskedFacts, more: Partial<Turn> = {}): Turn {
  return { request: parseWords(words), intent, facts, open: false, ...more };
}

const next = (recommended: RecommendationType, other: RecommendationType) => ({ recommended, other });

export const triaged = turn('triage web -n shop', 'triage', { service: 'web', namespace: 'shop' });
export const explained = turn('explain web -n shop', 'explain', { service: 'web', namespace: 'shop' });
export const scanned = turn('scan -n shop', 'scan', {});
export const reached = turn('reach shop/web shop/checkout:80', 'reach', {});
export const taught = turn('ask -- what is a headless Service?', 'concept', {});
export const decided = turn(
  'expose web -n shop --audience internet --protocol HTTP --cloud aws',
  'decide',
  { workload: 'web', namespace: 'shop', audience: 'internet', protocol: 'HTTP', cloud: 'aws' },
  next('Ingress-or-Gateway', 'LoadBalancer'),
);
export const decidedInWords = turn(
  'ask -- how do I expose kafka on minikube to the internet?',
  'decide',
  { workload: 'kafka', audience: 'internet', cloud: 'minikube', environment: 'local' },
  next('NodePort', 'port-forward'),
);
export const asking = turn('expose web -n shop', 'decide', { workload: 'web', namespace: 'shop' }, { open: true });
export const written = turn(
  'manifest LoadBalancer web -n shop --port 80',
  'manifest',
  { workload: 'web', namespace: 'shop', port: 80 },
  next('LoadBalancer', 'Ingress-or-Gateway'),
);

/** A manifest for nothing that has a name: a change of who calls decides again from the facts alone. */
export const withoutName = turn('manifest ClusterIP --port 80', 'manifest', { port: 80 }, next('ClusterIP', 'NodePort'));

export const turns: readonly Turn[] = [triaged, explained, scanned, reached, taught, decided, decidedInWords, asking, written];
