import { quote } from '../commands.ts';
import type { Service } from '../kinds/service.ts';

/** `kubectl annotate …`; null takes an annotation away. */
export function annotate(service: Service, changes: Readonly<Record<string, string | null>>): string {
  const { name, namespace } = service.metadata;
  const words = Object.entries(changes).map(([key, value]) => (value === null ? quote(`${key}-`) : quote(`${key}=${value}`)));
  const overwrite = Object.keys(changes).some((key) => key in service.metadata.annotations && changes[key] !== null);
  return `kubectl annotate service ${quote(name)} -n ${quote(namespace)} ${words.join(' ')}${overwrite ? ' --overwrite' : ''}`;
}

export function getServiceYaml({ metadata }: Service): string {
  return `kubectl get service ${quote(metadata.name)} -n ${quote(metadata.namespace)} -o yaml`;
}

export function eventsOf({ metadata }: Service): string {
  return `kubectl get events -n ${quote(metadata.namespace)} --field-selector involvedObject.kind=Service,involvedObject.name=${quote(metadata.name)}`;
}
