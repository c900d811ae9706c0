import { z } from 'zod';

/** A member of a workspace, as Slack's ids are. */
export const userId = z.string().regex(/^[UW][A-Z0-9]{2,20}$/u, 'is no id of a person: it begins with U or W, as U0123ABCD');

export const userGroupId = z.string().regex(/^S[A-Z0-9]{2,20}$/u, 'is no id of a user group: it begins with S, as S0123ABCD');

export const userOrChannelId = z
  .string()
  .regex(/^[UWCG][A-Z0-9]{2,20}$/u, 'is no id of a person or a channel: U0123ABCD or C0123ABCD');

export const userOrGroupId = z
  .string()
  .regex(/^[UWS][A-Z0-9]{2,20}$/u, 'is no id of a person or a user group: U0123ABCD or S0123ABCD');

/** Channels, private channels and direct messages. */
export const channelId = z
  .string()
  .regex(/^[CGD][A-Z0-9]{2,20}$/u, 'is no id of a channel: it begins with C, G or D, as C0123ABCD (names can change hands)');

export const clusterName = z.string().regex(/^\S{1,253}$/u, 'is no name of a cluster: it has no spaces');

export const namespaceName = z
  .string()
  .regex(/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/u, 'is no name of a namespace: small letters, digits and dashes');

/** `payments`, `team-*`, `*`. */
export const namespacePattern = z
  .string()
  .regex(/^[-a-z0-9*]{1,63}$/u, 'is no namespace: small letters, digits and dashes, and * for any of them');

export const clusterPattern = z
  .string()
  .regex(/^\S{1,253}$/u, 'is no name of a cluster: it has no spaces, and * stands for any');
