import { given, type Environment } from './environment.ts';
import type { Fault } from './fault.ts';
import type { ReadText } from './config-file.ts';

const rules = {
  SLACK_BOT_TOKEN: (value: string) => (value.startsWith('xoxb-') ? undefined : 'is no bot token: it begins with xoxb-'),
  SLACK_APP_TOKEN: (value: string) => (value.startsWith('xapp-') ? undefined : 'is no app-level token: it begins with xapp-'),
  SLACK_SIGNING_SECRET: (value: string) => (value.length >= 16 ? undefined : 'is too short for a signing secret'),
} as const;

type SecretName = keyof typeof rules;
export const secretNames = Object.keys(rules) as readonly SecretName[];

export type Secrets = Readonly<Partial<Record<SecretName, string>>>;

/** The tokens of Slack, each out of its variable or out of the file that `NAME_FILE` names. Throws nothing. */
export function readSecrets(
  env: Environment,
  readText: ReadText,
): { readonly secrets: Secrets; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const secrets: Partial<Record<SecretName, string>> = {};
  for (const name of secretNames) {
    const file = given(env, `${name}_FILE`);
    const value = given(env, name)?.trim() ?? (file === undefined ? undefined : readText(file)?.trim());
    if (value === undefined) {
      if (file !== undefined) faults.push({ key: '', variable: `${name}_FILE`, say: 'names a file that cannot be read' });
      continue;
    }
    const say = rules[name](value);
    if (say !== undefined) faults.push({ key: '', variable: given(env, name) === undefined ? `${name}_FILE` : name, say });
    secrets[name] = value;
  }
  return { secrets, faults };
}
