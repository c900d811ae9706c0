import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { resourceNames, type ResourceName } from '../../src/core/model/resources.ts';
import { expandCluster, type Cluster, type Patch } from './scenario-cluster.ts';

/**
 * One fault as a file that fits a screen: what differs from a small healthy cluster, what triage must say, and two
 * variations in which the check must be quiet.
 */
export interface Scenario {
  readonly name: string;
  /** The check that the folder is about: its name without the variant. */
  readonly check: string;
  readonly story: string;
  readonly service: { readonly namespace: string; readonly name: string };
  /** `check: role`, in the order of the answer. Nothing else may be found. */
  readonly expect: readonly (readonly [check: string, role: string])[];
  /** Severities that are not the check's own. */
  readonly severity: Readonly<Record<string, string>>;
  readonly say: readonly string[];
  /** Resources that cannot be read. */
  readonly unread: readonly ResourceName[];
  readonly cluster: Cluster;
  /** One field away: the check must be quiet. */
  readonly nearMisses: readonly Cluster[];
  /** After the check's own advice: nothing above info. undefined where no advice can be taken (a note). */
  readonly fixed: Cluster | undefined;
}

interface ScenarioFile {
  readonly story: string;
  readonly base?: string;
  readonly service?: string;
  readonly patch?: Patch;
  readonly expect: readonly Readonly<Record<string, string>>[];
  readonly severity?: Readonly<Record<string, string>>;
  readonly say?: readonly (string | number)[];
  readonly unread?: readonly string[];
  readonly 'near-miss': Patch | readonly Patch[];
  readonly fixed: Patch | 'none';
}

const folder = new URL('../scenarios/', import.meta.url);

export function scenarioNames(): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** `checks` are the known ids: the longest that the folder's name begins with is what it is about. */
export function readScenario(name: string, checks: readonly string[]): Scenario {
  const file = load(readFileSync(new URL(`${name}/scenario.yaml`, folder), 'utf8')) as ScenarioFile;
  const base = baseOf(file.base ?? 'web');
  const patches = [file.patch ?? {}];
  const misses = Array.isArray(file['near-miss']) ? (file['near-miss'] as readonly Patch[]) : [file['near-miss'] as Patch];
  return {
    name,
    check: checks.filter((id) => name === id || name.startsWith(`${id}-`)).sort((a, b) => b.length - a.length)[0] ?? name,
    story: file.story,
    service: serviceOf(file.service),
    expect: file.expect.flatMap((one) => Object.entries(one)),
    severity: file.severity ?? {},
    say: (file.say ?? []).map(String),
    unread: resourceNames.filter((resource) => file.unread?.includes(resource)),
    cluster: expandCluster(base, patches),
    nearMisses: misses.map((miss) => expandCluster(base, [...patches, miss])),
    fixed: file.fixed === 'none' ? undefined : expandCluster(base, [...patches, file.fixed]),
  };
}

export function baseOf(name: string): Patch {
  return load(readFileSync(new URL(`base-${name}.yaml`, folder), 'utf8')) as Patch;
}

/** A healthy cluster that looks odd: files of `test/look-alikes/`. */
export interface LookAlike {
  readonly name: string;
  readonly service: { readonly namespace: string; readonly name: string };
  readonly cluster: Cluster;
}

export function lookAlikes(): readonly LookAlike[] {
  const lookAlikeFolder = new URL('../look-alikes/', import.meta.url);
  return readdirSync(lookAlikeFolder).map((file) => {
    const { story, base, service, patch } = load(readFileSync(new URL(file, lookAlikeFolder), 'utf8')) as ScenarioFile;
    return { name: story, service: serviceOf(service), cluster: expandCluster(baseOf(base ?? 'web'), [patch ?? {}]) };
  });
}

function serviceOf(words = 'shop/web'): LookAlike['service'] {
  const [namespace = '', name = ''] = words.split('/');
  return { namespace, name };
}
