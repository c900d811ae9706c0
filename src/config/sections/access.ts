import { z } from 'zod';
import { verbs } from '../../core/ask/grammar.ts';
import {
  channelId,
  clusterPattern,
  namespacePattern,
  userGroupId,
  userId,
  userOrChannelId,
  userOrGroupId,
} from './patterns.ts';

/** A list that is left out means all; an empty one would be read both ways. */
const list = <T extends z.ZodType>(of: T, say: string) =>
  z.array(of).min(1, 'is empty: leave it out to mean all of them').describe(say).exactOptional();

const verb = z.enum([...verbs.map((one) => one.verb), 'share']);

const rule = z.strictObject({
  effect: z.enum(['allow', 'deny']).describe('deny wins over allow'),
  users: list(userId, 'ids of people; with `groups`, whoever is in either'),
  groups: list(userGroupId, 'ids of user groups (needs the scope usergroups:read; without it, nobody is allowed by the rule)'),
  channels: list(channelId, 'ids of the channels and direct messages in which it holds'),
  clusters: list(clusterPattern, 'clusters that are read; `*` stands for any part of a name'),
  namespaces: list(namespacePattern, 'namespaces that are read; `team-*` for all that begin so'),
  verbs: list(verb, 'what is done; `share` is showing others what one person was told in private'),
});

const impersonate = z.strictObject({
  from: z
    .enum(['email', 'map'])
    .describe('the name at the API server: the e-mail address in Slack (scope users:read.email), or `map` alone'),
  map: z
    .record(userOrChannelId, z.string().trim().min(1))
    .describe('name at the API server by id of a person (wins over the e-mail), or of a channel for its alerts')
    .default({}),
  groups: z
    .record(userOrGroupId, z.array(z.string().trim().min(1)))
    .describe('groups at the API server by id of a person or of a user group')
    .default({}),
});

export const accessSection = z.strictObject({
  requireRules: z.boolean().describe('what no rule allows is refused, also when there is no rule at all').default(false),
  contact: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('whom a refusal says to ask, as `#platform` or an address')
    .exactOptional(),
  rules: z.array(rule).describe('who may ask about what; the order does not matter').default([]),
  privateNamespaces: z
    .array(namespacePattern)
    .describe('namespaces that are answered in private, and posted only in channels that an allow rule names with them')
    .default([]),
  impersonate: impersonate.describe('the API server decides by the person who asks; off when absent').exactOptional(),
});
