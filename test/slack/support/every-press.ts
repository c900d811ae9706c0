import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import type { Delivered } from '../../../src/playground/fake-slack/people/people.ts';
import { buttonOf } from './fake-workspace.ts';
import { personIn } from './person.ts';

type Press = () => Promise<Delivered | undefined>;

/** Everything that can be pressed or sent in Slack and has to be acknowledged, over the sample cluster, ready to be done. */
export async function everyPress(slack: FakeSlack): Promise<ReadonlyMap<string, Press>> {
  const you = personIn(slack);
  const { threadTs } = you.says('@k8s-svc triage checkout -n shop');
  const triage = await you.sees('Service checkout selects app=chekout');
  you.says('@k8s-svc watch checkout -n shop', { channel: 'general', ...(threadTs !== undefined && { threadTs }) });
  const watch = await you.sees('[Stop]');
  you.says('@k8s-svc expose web -n shop');
  const question = await you.sees('Who calls it, and from where?');
  you.says('@k8s-svc manifest ClusterIP web -n shop');
  const manifest = await you.sees('name: web-internal');
  await you.presses(manifest, 'Change it');
  const form = await you.seesForm('name: web-internal');
  await you.command('explain web -n shop');
  const card = await you.sees('[Share here]');
  await you.opensHome();
  await you.seesHome('triage checkout -n shop');
  const home = slack.workspace.home('U0K8YOU');
  if (home === undefined) throw new Error('there is no Home tab');
  const type = form.body.blocks.find((block) => block['block_id'] === 'type');

  return new Map<string, Press>([
    ['the slash command', () => slack.sendCommand('triage payments -n shop')],
    ['a button that asks', () => slack.clickButton(triage, buttonOf(triage, 'Check again'))],
    ['an option of a question', () => slack.clickButton(question, buttonOf(question, 'The internet'))],
    ['Picture', () => slack.clickButton(triage, buttonOf(triage, 'Picture'))],
    ['Watch until healthy', () => slack.clickButton(triage, buttonOf(triage, 'Watch until healthy'))],
    ['Stop', () => slack.clickButton(watch, buttonOf(watch, 'Stop'))],
    ['As file', () => slack.clickButton(manifest, buttonOf(manifest, 'As file'))],
    ['Share here', () => slack.clickButton(card, buttonOf(card, 'Share here'))],
    ['a button on the Home tab', () => slack.clickInView(home, buttonOf(home.body, 'triage checkout -n shop'))],
    ['a field of the form', () => slack.clickInView(form, { blockId: 'type', actionId: elementId(type) })],
    ['the form', () => slack.submitView(form, {})],
    ['Triage this', () => slack.useShortcut(triage, 'triage_message')],
    ['Review YAML', () => slack.useShortcut(manifest, 'review_message')],
    // It closes the form before it.
    ['Change it', () => slack.clickButton(manifest, buttonOf(manifest, 'Change it'))],
  ]);
}

function elementId(block: { readonly [key: string]: unknown } | undefined): string {
  return String((block?.['element'] as { readonly action_id?: unknown } | undefined)?.action_id);
}
