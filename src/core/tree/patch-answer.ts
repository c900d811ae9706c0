import type { Answer } from '../answer/answer.ts';
import { action, answer, list, note, paragraph, shell, yaml } from '../answer/build.ts';
import { code, text } from '../answer/text.ts';
import { formatRequest } from '../ask/format-request.ts';
import type { ManifestRequest } from '../ask/request.ts';
import type { ServiceChange } from '../manifest/changes/change-service.ts';
import { diffLines } from '../manifest/changes/diff-lines.ts';
import { serviceAsObject } from '../manifest/changes/service-as-object.ts';
import type { WrittenManifest } from '../manifest/write-manifest.ts';
import { quote } from '../model/commands.ts';
import { serviceTypeName, type Service } from '../model/kinds/service.ts';
import { nameOf, placeholderParts, proofParts } from './answer-parts.ts';

export interface Patched {
  readonly request: ManifestRequest;
  readonly existing: Service;
  readonly change: ServiceChange;
  readonly written: WrittenManifest;
}

/** "Change web to LoadBalancer": the diff, the Kustomize patch, the command; or that it has to be made anew. */
export function patchAnswer({ request, existing, change, written }: Patched): Answer {
  const { name, namespace } = existing.metadata;
  const { manifest } = written;
  const [now, then] = [serviceTypeName(existing), nameOf(request.type)];
  const explain = action(
    `Explain ${name}`,
    formatRequest({ verb: 'explain', services: [name], namespace, ...clusterOf(request) }),
  );
  if (manifest === undefined) {
    return answer('manifest', text`Service ${code(name)} is that already: nothing has to change.`, { actions: [explain] });
  }
  const diff = { kind: 'code' as const, language: 'text' as const, code: diffLines(serviceAsObject(existing), change.result) };
  const where = `-n ${quote(namespace)}`;
  const parts = change.recreate
    ? [
        paragraph(
          text`${code('spec.clusterIP')} can never change once it is set, and a headless Service has none: delete the Service and create it again. It gets another address, and callers are cut off for a moment.`,
        ),
        diff,
        yaml(manifest.name, manifest.yaml),
        shell(`kubectl replace --force -f ${manifest.name}`),
        note(text`Or create it under another name, move the callers, and delete this one then.`),
      ]
    : [
        diff,
        paragraph(text`As a patch, for Kustomize (${code(`patches: [{path: ${manifest.name}}]`)}) and for kubectl:`),
        yaml(manifest.name, manifest.yaml),
        shell(
          `kubectl patch service ${quote(name)} ${where} --patch-file ${manifest.name} --dry-run=server\nkubectl patch service ${quote(name)} ${where} --patch-file ${manifest.name}`,
        ),
        ...stays(existing, change),
      ];
  const verb = change.recreate ? 'has to be created anew to turn' : 'turns';
  return answer(
    'manifest',
    text`Service ${code(name)} ${verb} from ${now} into ${then}${change.recreate ? '' : ' in place'}.`,
    {
      parts: [...parts, ...placeholderParts(written), ...proofParts(written)],
      actions: [explain],
      manifests: [manifest],
    },
  );
}

function clusterOf({ cluster }: ManifestRequest): { readonly cluster?: string } {
  return cluster === undefined ? {} : { cluster };
}

/** What a person who changes a type in production wants to hear. */
function stays(existing: Service, { result }: ServiceChange): Answer['parts'] {
  const isAlias = result.spec?.['type'] === 'ExternalName';
  const loses = existing.status.loadBalancer.length > 0 && result.spec?.['type'] !== 'LoadBalancer';
  const items = [
    ...(isAlias || existing.spec.clusterIP === ''
      ? []
      : [text`The cluster IP ${code(existing.spec.clusterIP)} and the DNS name stay, so callers inside notice nothing.`]),
    ...(isAlias && existing.spec.clusterIP !== ''
      ? [text`The cluster IP ${code(existing.spec.clusterIP)} is released: clients that hold it lose the connection.`]
      : []),
    ...(loses ? [text`The address of the load balancer is given back; it may be another one next time.`] : []),
  ];
  return items.length === 0 ? [] : [list(items)];
}
