import type { ResourceName } from '../model/resources.ts';
import { allChecks } from './all-checks.ts';
import { derivations } from './facts/facts.ts';

/** Every resource that some check reads: what a reader has to fetch for triage, and what the Role has to allow. */
export const triageResources: readonly ResourceName[] = [
  ...new Set(allChecks.flatMap((check) => [...check.needs, ...check.uses]).flatMap((fact) => derivations[fact].reads)),
];
