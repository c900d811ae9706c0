import type { ManifestObject } from './kubernetes-object.ts';
import type { Fault } from './validate-manifest.ts';

/** What the API server says to an object that it checks and does not store. */
export type DryRunOutcome =
  | { readonly is: 'accepted' }
  /** `grant` is the permission that is missing: `create services in namespace shop`. */
  | { readonly is: 'forbidden'; readonly grant: string }
  | { readonly is: 'refused'; readonly faults: readonly Fault[] }
  /** It could not be asked: why, as a sentence. */
  | { readonly is: 'unavailable'; readonly because: string };

/** Asks for the creation of an object with `dryRun=All`: everything runs but the writing. Throws nothing. */
export type DryRun = (object: ManifestObject, namespace: string, signal: AbortSignal) => Promise<DryRunOutcome>;
