import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Alert } from '../../../src/core/alert/alert.ts';
import { readAlert } from '../../../src/core/alert/read-alert.ts';
import { alertContentOf } from '../../../src/slack/alerts/alert-content.ts';
import { readMessage } from '../../../src/slack/message-content.ts';

const folder = join(import.meta.dirname, 'payloads');

/** Messages as the products' bots send them. */
export const payloadNames: readonly string[] = readdirSync(folder).map((file) => file.replace(/\.json$/u, ''));

export function payload(name: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Readonly<Record<string, unknown>>;
}

export function readPayload(message: unknown): Alert | undefined {
  return readAlert(alertContentOf(readMessage(message)));
}

/** The subjects in one line: `Service shop/web, Ingress shop/shop; …`, resolved ones in brackets. */
export function subjectsOf({ subjects }: Alert): string {
  return subjects
    .map(({ status, candidates }) => {
      const names = candidates.map(({ kind, namespace, name }) => `${kind} ${namespace ?? '?'}/${name}`).join(', ');
      return status === 'resolved' ? `(${names})` : names;
    })
    .join('; ');
}
