import { code, text, type Text } from '../answer/text.ts';
import type { Service } from '../model/kinds/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { walkAlias, type AliasHop } from './alias-walk.ts';
import { healthOf } from './health.ts';
import { whatItIs } from './kind-words.ts';
import { surroundingsOf } from './surroundings.ts';

/** Where an ExternalName Service ends: a sentence for each Service of the cluster on the way, empty for a name outside. */
export function aliasTarget(snapshot: Snapshot, service: Service): Text {
  return walkAlias(snapshot, service)
    .map((hop) => hopWords(snapshot, hop))
    .reduce((all, one) => (all.length === 0 ? one : text`${all} ${one}`), []);
}

function hopWords(snapshot: Snapshot, { path, service, complete, again }: AliasHop): Text {
  if (service === undefined) return text`That would be Service ${code(path)} of this cluster, but there is none.`;
  if (again) return text`That is Service ${code(path)} again: the aliases go round in a circle.`;
  const { name, namespace } = service.metadata;
  const { say } = healthOf(surroundingsOf(snapshot, service));
  const alias = service.spec.type === 'ExternalName' || say.length === 0;
  const is = text`That name is Service ${code(path)}, ${whatItIs(service)}${alias ? '' : '; '}${alias ? [] : say}.`;
  return complete
    ? is
    : text`${is} No resolver completes this short name: write ${code(`${name}.${namespace}.svc.cluster.local`)}.`;
}
