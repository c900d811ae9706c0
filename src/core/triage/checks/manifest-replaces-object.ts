import { code, count, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { defineCheck } from '../check.ts';

const SHOWN = 12;

export default defineCheck({
  id: 'manifest-replaces-object',
  title: 'The name is taken: applying would change what is there',
  theme: 'scope',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: [],
  drafted: true,
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  detects:
    'A Service, EndpointSlice, Ingress or HTTPRoute that is being written has the name of an object that is there and says something else: `kubectl apply` would change that one, `kubectl create` would fail. Silent when nothing would change.',
  find({ draft }) {
    const { object, changes = [] } = draft ?? {};
    if (object === undefined || changes.length === 0) return [];
    const { name, namespace } = object.metadata;
    const where = namespace === undefined ? '' : ` -n ${quote(namespace)}`;
    return [
      {
        object: namespace === undefined ? { kind: object.kind, name } : { kind: object.kind, namespace, name },
        say: text`There is ${object.kind === 'Ingress' || object.kind === 'EndpointSlice' ? 'an' : 'a'} ${object.kind} ${code(name)} already: applying this would change ${count(changes.length, 'field')} of it.`,
        evidence: Object.fromEntries(
          changes.slice(0, SHOWN).map(({ field, from, to }) => [field, `${from ?? 'not set'} → ${to ?? 'not set'}`]),
        ),
        next: [
          {
            say: text`See what would change, or choose another name`,
            command: `kubectl diff -f FILE${where}`,
          },
        ],
      },
    ];
  },
});
