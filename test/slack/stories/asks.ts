import { expect } from 'vitest';
import type { Story } from '../support/in-shop.ts';
import { readable } from '../support/fake-workspace.ts';

/** What people ask about their Services, from the first word to what they take away. */

export const exposesWeb: Story = async ({ you, settled }) => {
  const asked = you.says('@k8s-svc expose web -n shop');
  const question = await you.sees('Who calls it, and from where?');
  expect(question.threadTs).toBe(asked.ts);
  await you.presses(question, 'The internet');
  const decision = await you.sees('Use an Ingress (or a Gateway) over a ClusterIP Service for web');
  expect(decision.ts).toBe(question.ts);
  expect(readable(decision)).toContain('1. Who calls it the internet (you chose it)');
  expect(readable(decision)).toContain('ingressClassName: nginx');
  await you.presses(decision, 'LoadBalancer instead');
  expect((await you.sees('type: LoadBalancer')).threadTs).toBe(asked.ts);
  await settled();
  expect(you.all()).toHaveLength(2);
};

export const explainsWeb: Story = async ({ you, settled }) => {
  await you.command('explain web -n shop');
  const card = await you.sees('web in shop is an internal (ClusterIP) Service');
  expect(card.only).toBe('U0K8YOU');
  expect(readable(card)).toContain('3 ready, 0 not ready, 0 terminating; the ready ones on 3 nodes in 3 zones');
  expect(readable(card)).toContain('• web.shop.svc.cluster.local → A');
  expect(readable(card)).toContain('By Ingress web: shop.example.com/');
  await settled();
  expect(you.all()).toHaveLength(1);
};

export const changesManifest: Story = async ({ you }) => {
  const asked = you.says('@k8s-svc manifest ClusterIP web -n shop');
  const manifest = await you.sees('name: web-internal');
  await you.presses(manifest, 'Change it');
  await you.fills(await you.seesForm('name: web-internal'), 'Type', 'NodePort: a port of every node');
  const form = await you.seesForm('type: NodePort');
  expect(await you.submits(form, { 'Ports, one a line': '70000' })).toEqual([
    'Line 1: "70000" is no port: a whole number from 1 to 65535.',
  ]);
  expect(await you.submits(form, { 'Ports, one a line': '80:http', 'Name of the Service': 'shop-front' })).toEqual([]);
  const written = await you.sees('kubectl apply -f shop-front-service.yaml');
  expect(written.threadTs).toBe(asked.ts);
  await you.presses(written, 'As file');
  const { message, content } = await you.seesFile('shop-front-service.yaml');
  expect(message.threadTs).toBe(asked.ts);
  expect(content).toContain('kind: Service\nmetadata:\n  name: shop-front\n  namespace: shop\n');
  expect(content).toContain('type: NodePort');
  expect(content).toContain('port: 80\n    targetPort: http\n');
};

export const goesOnInThread: Story = async ({ you, settled }) => {
  const asked = you.says('@k8s-svc why is checkout in shop down?');
  const thread = { channel: 'general', threadTs: asked.ts };
  await you.sees('Service checkout selects app=chekout', thread);
  you.says('explain payments', thread);
  await you.sees('payments.shop.svc.cluster.local', thread);
  you.says('thanks Sam, I would never have found that', thread);
  you.says('and who can reach it?', thread);
  await settled();
  // Talk between people is no question.
  expect(you.all(thread)).toHaveLength(3);
  expect(readable(you.all(thread).at(-1))).toMatch(/payments/u);
};

export const sharesCommand: Story = async ({ you, settled }) => {
  await you.command('triage checkout -n shop');
  const card = await you.sees('Service checkout selects app=chekout');
  expect(card.only).toBe('U0K8YOU');
  await you.presses(card, 'Share here');
  const shared = await you.sees('@U0K8YOU shared: triage checkout -n shop');
  expect(shared.only).toBeUndefined();
  expect(shared.threadTs).toBeUndefined();
  const thread = { channel: 'general', threadTs: shared.ts };
  you.says('explain it', thread);
  await you.sees('checkout in shop is an internal (ClusterIP) Service', thread);
  await settled();
  // The private copy is gone.
  expect(you.all().map((one) => one.only)).toEqual([undefined, undefined]);
};

export const decidesAfterRestart: Story = async ({ you, restart }) => {
  const asked = you.says('@k8s-svc expose web -n shop');
  await you.sees('Who calls it, and from where?');
  await restart();
  const thread = { channel: 'general', threadTs: asked.ts };
  you.says('the internet', thread);
  await you.sees('Use an Ingress (or a Gateway) over a ClusterIP Service for web', thread);
};

export const seesPicture: Story = async ({ you }) => {
  const asked = you.says('@k8s-svc triage checkout -n shop');
  await you.presses(await you.sees('Service checkout selects app=chekout'), 'Picture');
  const { message, content } = await you.seesFile('traffic.png');
  expect(message.threadTs).toBe(asked.ts);
  expect(message.text).toContain('Broken between Service checkout and EndpointSlices');
  expect(content.slice(1, 4)).toBe('PNG');
};

export const givesFeedback: Story = async ({ you, feedback }) => {
  you.says('@k8s-svc triage checkout -n shop');
  await you.thinks(await you.sees('Service checkout selects app=chekout'), 'bad');
  const thanks = await you.sees('Thank you: counted, without what was said here.');
  expect(thanks.only).toBe('U0K8YOU');
  expect(feedback).toEqual(['triage bad']);
};
