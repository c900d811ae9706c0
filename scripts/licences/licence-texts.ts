import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productionPackages } from './production-packages.ts';

/**
 * The licence texts of everything that is shipped, one after the other, as the licences ask for; a text that many packages
 * share word for word stands once. A package without a text of its own is listed by its licence's name.
 */
export function licenceTexts(root: string): string {
  const byText = new Map<string, string[]>();
  for (const { name, version, licence, folder } of productionPackages(join(root, 'package-lock.json'))) {
    const at = join(root, folder);
    if (!existsSync(at)) continue;
    const files = readdirSync(at).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file));
    const text =
      files.map((file) => readFileSync(join(at, file), 'utf8').trim()).join('\n\n') || `(${licence}; no text comes with it)`;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  const line = '-'.repeat(80);
  const parts = [...byText].map(([text, names]) => `${line}\n${names.join('\n')}\n\n${text}\n`);
  return `k8s-svc contains these packages.\n\n${parts.join('\n')}`;
}
