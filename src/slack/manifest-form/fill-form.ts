import type { Answer } from '../../core/answer/answer.ts';
import { firstOf } from '../../core/ask/asked-facts.ts';
import type { ManifestRequest } from '../../core/ask/request.ts';
import type { ManifestObject } from '../../core/manifest/kubernetes-object.ts';
import { parseManifest } from '../../core/manifest/review/parse-manifest.ts';
import type { Filled } from './form-state.ts';
import { toPortLines } from './port-lines.ts';

type ServicePorts = Parameters<typeof toPortLines>[0];

/** What the manifest says, for the fields of the form; where it has no Service, what the request says. */
export function fillForm(answer: Answer, request: ManifestRequest): Filled {
  const objects = answer.manifests?.flatMap(({ yaml }) => parseManifest(yaml).objects.map((one) => one.object)) ?? [];
  const service = objects.find((one) => one.kind === 'Service');
  const { known, namespace = '' } = request;
  return {
    name: service?.metadata.name ?? firstOf(known.service) ?? '',
    namespace: objects[0]?.metadata.namespace ?? namespace,
    ports: toPortLines(portsOf(service)),
  };
}

/** The manifest is our own, so its ports are numbers and names. */
function portsOf(service: ManifestObject | undefined): ServicePorts {
  const ports = service?.spec?.['ports'];
  return Array.isArray(ports) ? (ports as ServicePorts) : [];
}
