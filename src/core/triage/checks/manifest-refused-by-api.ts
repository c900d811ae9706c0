import { code, text } from '../../answer/text.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'manifest-refused-by-api',
  title: 'The API server would refuse this object',
  theme: 'ports',
  severity: 'critical',
  kind: 'cause',
  explains: [],
  needs: [],
  drafted: true,
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/',
  detects:
    'A Service, EndpointSlice, Ingress or HTTPRoute that is being written breaks a rule of the API: an unknown or missing field, a value out of its range or enum, a name that is none, ports that collide, fields that do not go together. Seen in `review` and before a manifest is shown; never on what was read from a cluster.',
  find({ draft }) {
    if (draft === undefined) return [];
    const { object, faults } = draft;
    const { name, namespace } = object.metadata;
    return faults.map((fault) => ({
      object: namespace === undefined ? { kind: object.kind, name } : { kind: object.kind, namespace, name },
      say: text`${fault.line === undefined ? '' : `Line ${fault.line}: `}${object.kind} ${code(name)}: ${code(fault.path)} ${fault.rule}.`,
      evidence: { [fault.path]: shown(valueAt(object, fault.path)) },
      next: [
        {
          say: text`Correct the field, then let the API server look at it`,
          command: 'kubectl apply --dry-run=server -f FILE',
        },
      ],
    }));
  },
});

function valueAt(object: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/u)
    .filter((key) => key !== '')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
      object,
    );
}

function shown(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === undefined ? 'absent' : JSON.stringify(value).slice(0, 120);
}
