import { expect } from 'vitest';
import type { Story } from '../support/in-shop.ts';
import { readable } from '../support/fake-workspace.ts';

/** Where people meet the app. */

export const mentionsIt: Story = async ({ you, settled }) => {
  const asked = you.says('hey @k8s-svc, what is a headless Service?');
  const answer = await you.sees(/headless/iu);
  expect(answer.threadTs).toBe(asked.ts);
  await settled();
  expect(you.all()).toHaveLength(1);
};

export const writesDirectly: Story = async ({ you, settled }) => {
  const direct = { channel: 'k8s-svc' };
  you.says('triage checkout -n shop', direct);
  const answer = await you.sees('Service checkout selects app=chekout', direct);
  expect(answer.threadTs).toBeUndefined();
  you.says('explain it', direct);
  await you.sees('checkout in shop is an internal (ClusterIP) Service', direct);
  await settled();
  expect(you.all(direct)).toHaveLength(2);
};

export const triagesMessage: Story = async ({ you, sam }) => {
  const complaint = sam.says('checkout in shop gives me 503s since lunch', { channel: 'oncall' });
  await you.chooses('triage_message', complaint);
  const answer = await you.sees('Service checkout selects app=chekout', { channel: 'oncall' });
  expect(answer.threadTs).toBe(complaint.ts);
};

const pasted = `is this right?
\`\`\`
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: wbe
  ports:
  - port: 80
    targetPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - name: web
        image: registry.example/web:1
        ports:
        - containerPort: 8080
\`\`\``;

export const reviewsYaml: Story = async ({ you, sam }) => {
  const message = sam.says(pasted);
  await you.chooses('review_message', message);
  const answer = await you.sees('app=wbe');
  expect(answer.threadTs).toBe(message.ts);
};

export const opensHome: Story = async ({ you }) => {
  await you.command('why is checkout in shop down?');
  await you.sees('Service checkout selects app=chekout');
  await you.opensHome();
  const home = await you.seesHome('I am the Kubernetes Service expert');
  expect(home).toMatch(/Clusters[^]*shop-sample[^]*What you looked at lately[^]*triage checkout -n shop/u);
};

export const asksWhereItIsNoMember: Story = async ({ you }) => {
  const random = { channel: 'random' };
  await you.command('triage checkout -n shop', 'random');
  const card = await you.sees('Service checkout selects app=chekout', random);
  await you.presses(card, 'Share here');
  const shared = await you.sees('@U0K8YOU shared: triage checkout -n shop', random);
  expect(shared.only).toBeUndefined();
  expect(readable(shared)).toContain('kubectl patch service checkout');
};

export const talksWithSam: Story = async ({ you, sam, settled }) => {
  const root = you.says('is the cluster slow for you too?');
  const thread = { channel: 'general', threadTs: root.ts };
  sam.says('which service do you mean?', thread);
  you.says('triage is hard today', thread);
  await settled();
  expect(you.all()).toEqual([]);
};
