import { z } from 'zod';
import { fileSchema } from './file-schema.ts';
import type { KeyPath } from './fault.ts';

/** The part of JSON Schema that the schema of the file comes to. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
}

let made: JsonSchema | undefined;

/** The schema of the file as a person writes it, as JSON Schema. */
export function fileJsonSchema(): JsonSchema {
  return (made ??= z.toJSONSchema(fileSchema, { target: 'draft-2020-12', io: 'input', reused: 'inline' }) as JsonSchema);
}

/** Names of keys that may stand in the thing at this path. */
export function knownKeys(path: KeyPath): readonly string[] {
  let schema: JsonSchema | undefined = fileJsonSchema();
  for (const part of path) {
    const more: JsonSchema | boolean | undefined = schema?.additionalProperties;
    schema =
      typeof part === 'number' ? schema?.items : (schema?.properties?.[part] ?? (typeof more === 'object' ? more : undefined));
  }
  return Object.keys(schema?.properties ?? {});
}
