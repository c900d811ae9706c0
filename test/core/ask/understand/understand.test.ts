import { describe, expect, it } from 'vitest';
import { understand } from '../../../../src/core/ask/understand/understand.ts';

describe('what Slack and people do to text', () => {
  it('resolves Slack escapes, links and mentions', () => {
    const { canonical, facts } = understand(
      '<@U123> how do i expose <http://shop.example.com|shop.example.com> &amp; svc web -&gt; 8080 in <#C1|ops>?',
    );
    expect(canonical).not.toMatch(/u123|c1|ops|amp;/);
    expect(canonical).toContain('shop.example.com');
    expect(facts.service).toBe('web');
  });

  it('repairs typos in words of the field, not in names', () => {
    expect(understand('whcih serivce type for a statfulset, clutserip or loadblancer?').canonical).toBe(
      'which service type for a statefulset , clusterip or loadbalancer ?',
    );
    expect(understand('how do I expose deployment servces-api?').facts.workload).toBe('servces-api');
  });

  it('does not take a quoted line for the wish of the person', () => {
    const { mentioned } = understand('&gt; just use NodePort\nreally, for a public api in prod on AKS?');
    expect(mentioned).not.toContain('NodePort');
  });

  it('reads facts out of a pasted table', () => {
    const { intent, facts, symptom } = understand(
      'NAME     TYPE           CLUSTER-IP    EXTERNAL-IP   PORT(S)          AGE\nweb-lb   LoadBalancer   10.0.171.2    <pending>     8080:32078/TCP   3d\n\nwhat now?',
    );
    expect({ intent, facts, symptom }).toEqual({
      intent: 'triage',
      facts: { service: 'web-lb', port: 8080 },
      symptom: 'pending-external-ip',
    });
  });

  it('reads facts out of a pasted description', () => {
    const text =
      'Name: order-db\nNamespace: trade\nType: ClusterIP\nPort: pg 5432/TCP\nEndpoints: <none>\n\nbut the pod runs, why?';
    expect(understand(text)).toMatchObject({
      intent: 'triage',
      facts: { service: 'order-db', namespace: 'trade', port: 5432 },
    });
  });

  it('takes a pasted manifest with a request for an opinion as a review', () => {
    const yaml =
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  ports:\n  - port: 80\n    targetPort: 8080';
    const { intent, pastedYaml, facts } = understand(`is this ok?\n\`\`\`\n${yaml}\n\`\`\``);
    expect({ intent, pastedYaml, facts }).toEqual({
      intent: 'review',
      pastedYaml: [yaml],
      facts: { service: 'web', namespace: 'shop', port: 80, targetPort: 8080 },
    });
  });
});

describe('types that are asked for, named and ruled out', () => {
  it.each([
    ['make me a headless service for cassandra', 'Headless'],
    ['yaml: NodePort 30090 for web', 'NodePort'],
    ['internal NLB manifest for svc ledger', 'LoadBalancer-internal'],
    ['Service + EndpointSlice for 10.1.2.3:443', 'selectorless-Service'],
    ['generate a manifest, NodePort or whatever is right', undefined],
    ['should I use NodePort or LoadBalancer for my api?', undefined],
  ])('%s', (text, wanted) => expect(understand(text).recommendationHint).toBe(wanted));

  it.each([
    ['tried NodePort, does not work. how else can I expose my api?', ['NodePort']],
    ['how do I expose my api without a LoadBalancer?', ['LoadBalancer']],
    ['port-forward works but I want something for the whole team. how?', ['port-forward']],
    ['LoadBalancer is not an option here, which service type?', ['LoadBalancer']],
    ['should I use NodePort or LoadBalancer for my api?', []],
  ])('%s', (text, wanted) => expect(understand(text).denied).toEqual(wanted));
});

describe('small things between the lines', () => {
  it.each([
    ['need localhost:5601 -> kibana for a moment, debugging only', { shortLook: true }],
    ['which type on bare metal, there is no LB around?', { noLoadBalancer: true }],
    ['which type? it must not be reachable from the internet', { mustBePrivate: true }],
    ['each app gets its own load balancer, that is too expensive. what instead?', { sharedEntry: true }],
    ['and for prod?', { followUp: true }],
    ['make it internal', { followUp: true }],
    [
      'how do I expose my api to the internet?',
      { shortLook: false, noLoadBalancer: false, mustBePrivate: false, followUp: false },
    ],
  ])('%s', (text, wanted) => expect(understand(text)).toMatchObject(wanted));

  it('names the other field when it declines', () => {
    expect(understand('my docker compose service does not start')).toMatchObject({
      intent: 'other',
      otherField: 'Docker Compose and Swarm',
      facts: {},
    });
  });

  it('does not decline because a Service bears the name of another field', () => {
    expect(understand('svc pricing gives 503 since noon').intent).toBe('triage');
  });
});
