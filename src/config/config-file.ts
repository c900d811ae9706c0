import { existsSync, readFileSync } from 'node:fs';
import { Problem } from '../core/problem/problem.ts';
import { given, type Environment } from './environment.ts';

/** The text of a file, or undefined when it cannot be read. */
export type ReadText = (path: string) => string | undefined;

/** Where the image has its configuration. */
const defaultFile = '/etc/k8s-svc/config.yaml';

export const readTextFile: ReadText = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** The file that is named, else that of K8S_SVC_CONFIG, else that of the image when it is there; undefined for none. */
export function configFile(env: Environment, named: string | undefined): string | undefined {
  return named ?? given(env, 'K8S_SVC_CONFIG') ?? (existsSync(defaultFile) ? defaultFile : undefined);
}

/** Throws a bad-request Problem when it cannot be read: a file that somebody named is not optional. */
export function readConfigFile(path: string, readText: ReadText = readTextFile): string {
  const text = readText(path);
  if (text === undefined) {
    throw new Problem('bad-request', `The configuration file ${path} cannot be read.`, [
      'Name another one: --config FILE, or K8S_SVC_CONFIG.',
    ]);
  }
  return text;
}
