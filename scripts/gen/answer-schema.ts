import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { answerSchema } from '../../src/render/json/answer-schema.ts';

/** `docs/answer.schema.json`: the contract of `-o json` as JSON Schema. */
export async function gen(): Promise<void> {
  const schema = z.toJSONSchema(answerSchema, { target: 'draft-2020-12' });
  const titled = { ...schema, title: 'Answer of k8s-svc (-o json)' };
  await writeFile(new URL('../../docs/answer.schema.json', import.meta.url), `${JSON.stringify(titled, null, 2)}\n`);
}
