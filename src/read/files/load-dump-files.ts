import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Problem } from '../../core/problem/problem.ts';
import { MOST_JSON_BYTES, MOST_YAML_BYTES } from './dump-limits.ts';
import type { DumpText } from './parse-dump.ts';

const unzip = promisify(gunzip);
const MIB = 1024 * 1024;
const isDump = /\.(ya?ml|json)(\.gz)?$/iu;

/** Reads files, folders (their .yaml, .yml, .json and .gz files) and `-`. Throws a bad-request Problem for each that cannot be. */
export async function loadDumpFiles(paths: readonly string[], readStdin: () => Promise<string>): Promise<readonly DumpText[]> {
  const texts: DumpText[] = [];
  for (const path of paths) {
    if (path === '-') texts.push(checkSize({ name: 'standard input', text: await readStdin() }));
    else for (const file of await filesOf(path)) texts.push(await readDump(file));
  }
  return texts;
}

async function filesOf(path: string): Promise<readonly string[]> {
  const info = await stat(path).catch((error: unknown) => {
    throw cannotRead(path, error);
  });
  if (!info.isDirectory()) return [path];
  const files = (await readdir(path)).filter((file) => isDump.test(file)).sort();
  if (files.length === 0) throw new Problem('bad-request', `The folder ${path} holds no .yaml, .json or .gz file.`);
  return files.map((file) => join(path, file));
}

async function readDump(path: string): Promise<DumpText> {
  const name = basename(path);
  try {
    refuseTooBig(name, (await stat(path)).size, MOST_JSON_BYTES);
    const bytes = await readFile(path);
    const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const plain = zipped ? await unzip(bytes, { maxOutputLength: MOST_JSON_BYTES }) : bytes;
    return checkSize({ name, text: plain.toString('utf8') });
  } catch (error) {
    throw cannotRead(name, error);
  }
}

function checkSize(dump: DumpText): DumpText {
  const json = /^[\s\u{FEFF}]*[{[]/u.test(dump.text.slice(0, 200));
  refuseTooBig(dump.name, dump.text.length, json ? MOST_JSON_BYTES : MOST_YAML_BYTES);
  return dump;
}

function refuseTooBig(name: string, bytes: number, most: number): void {
  if (bytes <= most) return;
  throw new Problem(
    'bad-request',
    `${name} has ${Math.round(bytes / MIB)} MB; more than ${most / MIB} MB would not fit into memory.`,
    [
      'Dump one namespace (-n NAMESPACE), or only the kinds that matter: svc,endpointslices,po,deploy,rs,sts,ds,ev.',
      'JSON may be larger than YAML: kubectl get … -o json.',
    ],
  );
}

function cannotRead(path: string, error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = (error as { code?: unknown } | null)?.code;
  const why: Readonly<Record<string, string>> = {
    ENOENT: 'does not exist',
    EACCES: 'may not be read by this user',
    EISDIR: 'is a folder',
    ERR_BUFFER_TOO_LARGE: 'is too large when unpacked',
    Z_BUF_ERROR: 'is cut off: the .gz ends in the middle',
    Z_DATA_ERROR: 'is not a valid .gz file',
  };
  return new Problem('bad-request', `${path} ${why[String(code)] ?? 'cannot be read'}.`, [], error);
}
