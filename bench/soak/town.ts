import type { Directory } from '../../src/playground/fake-slack/directory.ts';
import { ALERTMANAGER, teamOfTwo } from '../../src/playground/fake-slack/directory.ts';

/** Enough people and channels that nobody asks too much, and that no channel gets more than one message a second. */
const people = 80;
const talkRooms = 40;
const alertRooms = 20;

const { botUserId } = teamOfTwo.app;
const users = Array.from({ length: people }, (_, at) => ({
  id: `U0SOAK${at}`,
  name: `person-${at}`,
  realName: `Person ${at}`,
  isBot: false,
}));
const members = [botUserId, ALERTMANAGER, ...users.map(({ id }) => id)];
const room = (name: string) => ({ id: `C0SOAK${name.toUpperCase()}`, name, kind: 'channel' as const, topic: '', members });

export const talk = Array.from({ length: talkRooms }, (_, at) => room(`talk${at}`));
export const alertsRooms = Array.from({ length: alertRooms }, (_, at) => room(`alerts${at}`));
export const persons = users.map(({ id }) => id);

/** A company in the fake Slack: its people, channels to talk in, and channels for alerts. */
export const town: Directory = {
  ...teamOfTwo,
  users: [...teamOfTwo.users, ...users],
  channels: [...teamOfTwo.channels, ...talk, ...alertsRooms],
};
