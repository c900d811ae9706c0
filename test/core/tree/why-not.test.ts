import { describe, expect, it } from 'vitest';
import type { Answer, RecommendationType } from '../../../src/core/answer/answer.ts';
import { flatten } from '../../../src/core/answer/text.ts';
import type { AskedFacts } from '../../../src/core/ask/asked-facts.ts';
import { parseWords } from '../../../src/core/ask/parse-words.ts';
import type { ExposeRequest } from '../../../src/core/ask/request.ts';
import { exposeAnswer, proposalOf } from '../../../src/core/tree/answer-request.ts';
import { leaves } from '../../../src/core/tree/all.ts';
import { decide } from '../../../src/core/tree/decide.ts';
import { whatItTakes } from '../../../src/core/tree/why-not.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';

function expose(words: string): Answer {
  const request = parseWords(words) as ExposeRequest;
  return exposeAnswer(request, proposalOf(request, undefined));
}

const types = [...new Set(leaves.map((leaf) => leaf.recommend))];
const cases: readonly AskedFacts[] = [
  { audience: 'cluster' },
  { audience: 'internet', cloud: 'aws', protocol: 'UDP' },
  { audience: 'internet', cloud: 'none', environment: 'production', protocol: 'HTTP' },
  { audience: 'vpc/internal-network', cloud: 'gcp' },
  { audience: 'outside-service', externalHost: 'db.example.com' },
  { environment: 'local', cloud: 'kind' },
];

describe('what it takes for another type', () => {
  it.each(cases)('is told for every type, given %j', (facts) => {
    const chosen = decide(facts, undefined).leaf.recommend;
    for (const type of types) {
      const takes = whatItTakes(type, facts, undefined, {});
      expect({ type, differs: (takes ?? []).length > 0 }).toEqual({ type, differs: type !== chosen });
    }
  });

  it.each<[RecommendationType, AskedFacts, readonly string[]]>([
    ['NodePort', { audience: 'internet', cloud: 'aws' }, ['cloud']],
    ['Ingress-or-Gateway', { audience: 'internet', cloud: 'aws', protocol: 'UDP' }, ['protocol']],
    ['LoadBalancer', { audience: 'cluster' }, ['audience']],
    ['Headless', { audience: 'cluster' }, ['perPodAddress']],
  ])('makes the tree choose %s once it holds', (type, facts, differing) => {
    const takes = whatItTakes(type, facts, undefined, {}) ?? [];
    expect(takes.map((one) => one.question.fact)).toEqual(differing);
    const then = Object.fromEntries(
      takes.map(({ question, options }) => {
        const value = options[0]?.value ?? '';
        return [question.fact, value === 'true' ? true : value];
      }),
    ) as AskedFacts;
    expect(decide({ ...facts, ...then }, undefined).leaf.recommend).toBe(type);
  });
});

describe('why not', () => {
  it('gives the reason, the difference, and keeps the recommendation', () => {
    const said = expose('expose web --audience internet --cloud aws --protocol UDP --why-not Ingress');
    expect(flatten(said.headline)).toBe(
      'I did not choose Ingress or Gateway for web: it pays off for several HTTP hosts or paths, or TLS at the entry, and serves HTTP only.',
    );
    expect(renderPlain(said)).toContain('- Protocol: HTTP or gRPC (now: UDP)');
    expect(said.recommendation?.type).toBe('LoadBalancer');
    expect(said.actions.map((one) => one.label)).toEqual(['What if: HTTP', 'Ingress or Gateway anyway', 'LoadBalancer YAML']);
    expect(said.actions[0]?.request).toBe('expose web --protocol HTTP --audience internet --cloud aws');
  });

  it('explains the recommendation when that is the type', () => {
    const said = expose('expose web --audience cluster --why-not ClusterIP');
    expect(flatten(said.headline)).toMatch(/^Why a ClusterIP Service for web: /u);
  });

  it('reminds of what was ruled out', () => {
    const said = expose('expose web --audience internet --cloud aws --not LoadBalancer --why-not LoadBalancer');
    expect(flatten(said.headline)).toBe('You ruled LoadBalancer for web out.');
  });

  it('keeps the open question and recommends nothing before its answer', () => {
    const said = expose('expose web --why-not NodePort');
    expect(said.recommendation).toBeUndefined();
    expect(said.asks?.[0]?.fact).toBe('audience');
  });
});

describe('a decision after a change', () => {
  it.each([
    [
      '--protocol UDP --cloud aws --was Ingress-or-Gateway --changed protocol',
      /^UDP: use a LoadBalancer Service instead of Ingress or Gateway for web: /u,
    ],
    [
      '--cloud aws --protocol TCP --was LoadBalancer --changed port --port 53',
      /^Port 53: still a LoadBalancer Service for web: /u,
    ],
    ['--cloud aws --protocol TCP --was LoadBalancer', /^Still a LoadBalancer Service for web: /u],
    [
      '--cloud aws --protocol TCP --not LoadBalancer --was LoadBalancer',
      /^Without LoadBalancer: use .* instead of LoadBalancer for web: /u,
    ],
  ])('says what became of it: %s', (words, headline) => {
    expect(flatten(expose(`expose web --audience internet ${words}`).headline)).toMatch(headline);
  });
});

describe('a type that is ruled out', () => {
  it('is never replaced by an Ingress for a protocol that it cannot take', () => {
    expect(expose('expose web --audience internet --cloud aws --protocol UDP --not LoadBalancer').recommendation?.type).toBe(
      'NodePort',
    );
    expect(expose('expose web --audience internet --cloud aws --not LoadBalancer').recommendation?.type).toBe(
      'Ingress-or-Gateway',
    );
  });
});

describe('questions', () => {
  it('come at most three in a row, whatever is answered', () => {
    const chains: number[] = [];
    const press = (request: string, depth: number): void => {
      const parsed = parseWords(request);
      const asks = parsed.verb === 'expose' ? (expose(request).asks ?? []) : [];
      if (asks.length === 0) chains.push(depth);
      for (const option of asks[0]?.options ?? []) press(option.request, depth + 1);
    };
    press('expose web', 0);
    expect(Math.max(...chains)).toBeLessThanOrEqual(3);
    expect(Math.max(...chains)).toBeGreaterThanOrEqual(2);
  });

  it('end after three: the answer goes on with an assumption and says so', () => {
    const said = expose('expose web --asked 3');
    expect(said.asks).toBeUndefined();
    expect(said.recommendation?.type).toBe('ClusterIP');
    expect(renderPlain(said)).toContain('Assuming pods of the cluster. Tell me if that is wrong.');
  });

  it('show what is assumed until they are answered', () => {
    const said = expose('expose web --audience internet');
    expect(said.asks?.[0]?.fact).toBe('cloud');
    expect(renderPlain(said)).toContain('Assuming the cluster can make load balancers. Tell me if that is wrong.');
  });
});
