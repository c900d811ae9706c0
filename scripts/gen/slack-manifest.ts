import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dump } from 'js-yaml';
import { abilities, extraScopes, manifestOf, profiles, scopesOf, type Profile } from './slack-profiles.ts';

const root = new URL('../../', import.meta.url);
const doc = new URL('docs/slack.md', root);

/** The app manifests, one a profile, and the tables of profiles and scopes in `docs/slack.md`. */
export async function gen(): Promise<void> {
  await mkdir(new URL('deploy/slack/', root), { recursive: true });
  for (const profile of Object.values(profiles)) {
    // oxlint-disable-next-line no-await-in-loop -- five small files
    await writeFile(new URL(profile.file, root), manifestText(profile));
  }
  const words = await readFile(doc, 'utf8');
  await writeFile(doc, withTables(words));
}

export function manifestText(profile: Profile): string {
  const head = `# Written by \`npm run gen\` from scripts/gen/slack-profiles.ts: ${profile.say}.
# To paste at https://api.slack.com/apps ("Create New App", "From a manifest"). It uses Socket Mode: the bot opens the
# connection, and nothing has to be reachable from outside. It needs an app-level token with the scope connections:write
# besides the bot token. For HTTP instead, turn socket_mode_enabled off and add your address (https://HOST/slack/events) as
# url of the command and as request_url of event_subscriptions and interactivity. Other profiles: docs/slack.md
`;
  const yaml = dump(manifestOf(profile), { lineWidth: 120, noRefs: true });
  const why = scopesOf(profile);
  return (
    head +
    yaml.replaceAll(/^( +- )'?([a-z_]+(?::[a-z]+)?)'?$/gmu, (line, dash: string, scope: string) => {
      const reason = why.get(scope);
      return reason === undefined ? line : `${dash}${scope} # ${reason}`;
    })
  );
}

/** The text with what stands between `<!-- NAME -->` and `<!-- /NAME -->` written anew. */
export function withTables(words: string): string {
  const between = (text: string, name: string, table: string) =>
    text.replace(
      new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`, 'u'),
      () => `<!-- ${name} -->\n\n${table}\n\n<!-- /${name} -->`,
    );
  return between(between(words, 'profiles', profileTable()), 'scopes', scopeTable());
}

function profileTable(): string {
  const rows = Object.entries(profiles).map(([name, { file, say }]) => `| ${name} | [\`${file}\`](../${file}) | ${say} |`);
  return ['| profile | manifest | for |', '| --- | --- | --- |', ...rows].join('\n');
}

function scopeTable(): string {
  const rows = Object.values(abilities).flatMap(({ scopes, without }) =>
    Object.entries(scopes).map(([scope, why]) => {
      const having = Object.entries(profiles).filter(([, profile]) => scopesOf(profile).has(scope));
      return `| \`${scope}\` | ${why} | ${having.map(([name]) => name).join(', ')} | ${without} |`;
    }),
  );
  const extra = Object.entries(extraScopes).map(([scope, why]) => `\`${scope}\` (${why})`);
  const note = `In no manifest, for whoever wants what they give: ${extra.join(', ')}.`;
  return ['| scope | for | profiles | without it |', '| --- | --- | --- | --- |', ...rows, '', note].join('\n');
}
