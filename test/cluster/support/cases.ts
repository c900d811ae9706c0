import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';

/** What every case says in the comment at the top of its file, under `case:`. */
const setting = {
  /** The Service that is triaged. */
  service: z.string(),
  /** Where that Service is, when not in the namespace that has the file's name. */
  namespace: z.string().optional(),
  /** What people type after they have applied the file; each line is given to a shell with kubectl. */
  afterwards: z.array(z.string()).default([]),
  /** How much later somebody looks at it: some faults are none at first. */
  minutesLater: z.number().default(0),
};

const faultHeader = z.strictObject({
  ...setting,
  /** The check that has to be the one headline. */
  rootCause: z.string(),
  severity: z.enum(['critical', 'warning']).default('critical'),
  /** What the headline is about. */
  kind: z.string().default('Service'),
  /** All that it explains, in any order. */
  symptoms: z.array(z.string()).default([]),
  /** What is wrong for another reason; never critical. */
  beside: z.array(z.string()).default([]),
  /** What a person needs to read in it. */
  says: z.array(z.string()).default([]),
});

const lookAlikeHeader = z.strictObject(setting);

/** As much of a Kubernetes object as applying it depends on. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  /** Written to the status subresource, as the controller would that is not here. */
  readonly status?: unknown;
}

interface CaseFile {
  readonly name: string;
  readonly namespace: string;
  readonly manifests: readonly Manifest[];
}

export type Fault = z.infer<typeof faultHeader> & CaseFile;
export type LookAlike = z.infer<typeof lookAlikeHeader> & CaseFile;

/** A Service that does not work, with the one answer that is right. */
export const faults: readonly Fault[] = readCases('faults', faultHeader);
/** A Service that looks broken at a glance and is not. */
export const lookAlikes: readonly LookAlike[] = readCases('look-alikes', lookAlikeHeader);

function readCases<T extends { readonly namespace?: string | undefined }>(
  folder: string,
  header: z.ZodType<T>,
): readonly (T & CaseFile)[] {
  const directory = fileURLToPath(new URL(`../workloads/${folder}`, import.meta.url));
  return readdirSync(directory).map((file) => {
    const name = file.replace(/\.yaml$/, '');
    const text = readFileSync(`${directory}/${file}`, 'utf8');
    const parsed = header.safeParse(headerOf(text));
    if (!parsed.success) throw new Error(`${folder}/${file}: ${z.prettifyError(parsed.error)}`);
    const manifests = parseAllDocuments(text).map((document) => document.toJS() as Manifest);
    return { ...parsed.data, name, namespace: parsed.data.namespace ?? name, manifests };
  });
}

/** The comment at the top, from `case:` on. What stands before it is for people. */
function headerOf(text: string): unknown {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const comment = lines.slice(0, end).map((line) => line.replace(/^# ?/, ''));
  const start = comment.indexOf('case:');
  return start < 0 ? undefined : (parse(comment.slice(start).join('\n')) as { case: unknown }).case;
}
