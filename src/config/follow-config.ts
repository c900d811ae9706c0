import { isDeepStrictEqual } from 'node:util';
import { checkConfig, type Config, type LoadOptions } from './config.ts';
import { readTextFile } from './config-file.ts';
import type { Environment } from './environment.ts';
import { formatFault } from './fault.ts';
import { hotSections, type FileConfig } from './file-schema.ts';
import { watchFile } from './watch-file.ts';

type Section = keyof FileConfig;

export interface FollowDeps {
  readonly env: Environment;
  readonly readText?: LoadOptions['readText'];
  /** The new file counts: these sections changed, and those wait for a restart. */
  readonly onTaken: (changed: readonly Section[], waiting: readonly Section[]) => void;
  /** The new file is wrong or gone: the old one stays in force. */
  readonly onRefused: (faults: readonly string[]) => void;
  /** How often the file is looked at besides; 30 s by default. */
  readonly pollMs?: number;
}

export interface FollowedConfig {
  /** What counts now; the sections that need a restart as they were at the start. */
  readonly current: () => Config;
  stop(): void;
}

/** Takes over what changes in the file while the process runs, as far as that is possible. Without a file nothing changes. */
export function followConfig(first: Config, deps: FollowDeps): FollowedConfig {
  const { file } = first;
  if (file === undefined) return { current: () => first, stop: () => undefined };
  const readText = deps.readText ?? readTextFile;
  let current = first;
  let seen = readText(file);
  const look = () => {
    const text = readText(file);
    if (text === seen) return;
    seen = text;
    if (text === undefined) return deps.onRefused(['the file cannot be read any more']);
    const { config, faults } = checkConfig(deps.env, { file, readText: (path) => (path === file ? text : readText(path)) });
    if (config === undefined) return deps.onRefused(faults.map(formatFault));
    const differs = (section: Section) => !isDeepStrictEqual(config.sections[section], current.sections[section]);
    const changed = (Object.keys(config.sections) as Section[]).filter(differs);
    const hot: ReadonlySet<Section> = new Set(hotSections);
    const { alerts, channels, access } = config;
    const sections = Object.fromEntries(hotSections.map((name) => [name, config.sections[name]]));
    current = { ...current, alerts, channels, access, sections: { ...current.sections, ...sections } };
    deps.onTaken(
      changed.filter((section) => hot.has(section)),
      changed.filter((section) => !hot.has(section)),
    );
  };
  const watching = watchFile(file, look, deps.pollMs);
  return { current: () => current, stop: () => watching.stop() };
}
