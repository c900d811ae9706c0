import type { Manifest } from '../answer/answer.ts';
import { emitYaml } from './emit-yaml.ts';
import type { ManifestObject } from './kubernetes-object.ts';
import { objectsOf } from './objects.ts';
import type { ManifestPlan } from './plan.ts';
import { portForwardCommand } from './port-forward.ts';
import { checkedBy } from './shape/checked-by.ts';
import { validateManifest, type Fault } from './validate-manifest.ts';

export interface WrittenManifest {
  /** Absent for a port-forward. */
  readonly manifest?: Manifest;
  /** The same as objects, for checks against the cluster. */
  readonly objects: readonly ManifestObject[];
  /** Instead of a manifest. */
  readonly command?: string;
  /** What the API server would refuse; empty when `proven` holds 'schema'. */
  readonly faults: readonly Fault[];
  /** Whose fields the rules of the API went by, in words. */
  readonly checkedBy?: string;
  readonly placeholders: readonly string[];
  /** Proofs that ran and did not pass. */
  readonly failed?: Manifest['proven'];
}

/** Writes the plan down and proves it against the rules of the API. */
export function writeManifest(plan: ManifestPlan): WrittenManifest {
  const commented = objectsOf(plan);
  const objects = commented.map((one) => one.object);
  const { placeholders } = plan;
  if (objects.length === 0) return { objects, command: portForwardCommand(plan), faults: [], placeholders };
  const faults = objects.flatMap((object) => validateManifest(object));
  return {
    manifest: { name: fileName(plan), yaml: emitYaml(commented), proven: faults.length === 0 ? ['schema'] : [] },
    objects,
    faults,
    checkedBy: checkedBy(objects),
    placeholders,
  };
}

function fileName({ template, name, entryName, gatewayApi }: ManifestPlan): string {
  if (template === 'ingress') return `${entryName}-${gatewayApi ? 'httproute' : 'ingress'}.yaml`;
  return `${name}-service.yaml`;
}
