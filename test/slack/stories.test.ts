import { describe, expect, it } from 'vitest';
import * as asks from './stories/asks.ts';
import * as onCall from './stories/on-call.ts';
import * as places from './stories/places.ts';
import { inShop, type Story } from './support/in-shop.ts';
import type { Way } from './support/fake-workspace.ts';

/** Each story is told once and happens in both ways in which Slack delivers; the same ones in a browser are in test/browser. */
const stories: Readonly<Record<string, Story>> = {
  'exposes web: a question, a button, the decision with its manifest': asks.exposesWeb,
  'has web explained in private': asks.explainsWeb,
  'changes a manifest in a form with a preview, and takes it away as a file': asks.changesManifest,
  'follows an alert to its cause, mends it, and the watch says healthy': onCall.followsAlert,
  'goes on in a thread without naming the app or the namespace again': asks.goesOnInThread,
  'asks by the slash command, shares the card, and goes on in its thread': asks.sharesCommand,
  'asks by a mention and is answered in the thread': places.mentionsIt,
  'writes directly, and goes on there': places.writesDirectly,
  'has a message of somebody else triaged in its thread': places.triagesMessage,
  'has the YAML of a message reviewed in its thread': places.reviewsYaml,
  'gets the picture of a triage in its thread': asks.seesPicture,
  'says that an answer did not help, which is counted': asks.givesFeedback,
  'opens the Home tab: clusters, what was asked lately, the help': places.opensHome,
  'answers a question in words after the bot was restarted': asks.decidesAfterRestart,
  'asks where the bot is no member, and can share there': places.asksWhereItIsNoMember,
  'talks with somebody else, and the bot keeps out of it': places.talksWithSam,
};

describe.each<Way>(['HTTP', 'Socket Mode'])('a person in Slack, over %s,', (way) => {
  it.each(Object.entries(stories))('%s', { timeout: 60_000 }, async (_, story) => {
    await expect(inShop(way, story)).resolves.toBeUndefined();
  });
});
