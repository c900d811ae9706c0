/** Who and what the ids in a message mean. */
export interface Names {
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
}

/** The words of a mention, or the id when nobody goes by it. */
export const userMention = (names: Names, id: string): string => `@${names.user(id) ?? id}`;
export const channelMention = (names: Names, id: string): string => `#${names.channel(id) ?? id}`;
