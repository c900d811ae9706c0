import type { Workspace } from '../workspace.ts';

/**
 * What a person types, as Slack hands it on: `& < >` escaped, `@name` and `#channel` as ids, addresses in angle brackets.
 * Source: docs.slack.dev/messaging/formatting-message-text
 */
export function typedText(workspace: Workspace, typed: string): string {
  return typed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?<![\w/.])@([a-z0-9._-]*[a-z0-9])/g, (whole, name: string) => {
      const user = workspace.directory.users.find((one) => one.name === name);
      return user === undefined ? whole : `<@${user.id}>`;
    })
    .replace(/(?<![\w/&])#([a-z0-9_-]+)/g, (whole, name: string) => {
      const channel = workspace.channel(name);
      return channel?.kind === 'channel' ? `<#${channel.id}|${channel.name}>` : whole;
    })
    .replace(/(?<![\w<"'=])https?:\/\/[^\s<>`]+[^\s<>`.,;:!?)]/g, (url) => `<${url}>`);
}
