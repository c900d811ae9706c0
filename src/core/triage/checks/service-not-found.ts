import { code, joinTexts, text } from '../../answer/text.ts';
import { nearest } from '../../ask/nearest.ts';
import { quote } from '../../model/commands.ts';
import { declaredPorts } from '../../model/pods/ports.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'service-not-found',
  title: 'There is no Service of that name in that namespace',
  theme: 'scope',
  severity: 'critical',
  kind: 'cause',
  explains: ['no-endpoints'],
  needs: ['namespaceServices'],
  uses: ['service', 'namesakes', 'workloads'],
  whenMissing: true,
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#does-the-service-exist',
  detects:
    'The Service asked for does not exist in the namespace asked for. Looks for the name in other namespaces, for near names, and for a workload of that name without a Service.',
  find({ target, namespaceServices, namesakes = [], workloads = [], service }) {
    if (service !== undefined) return [];
    const { name, namespace } = target;
    const elsewhere = namesakes.map((service) => service.metadata.namespace);
    const near = nearest(
      name,
      namespaceServices.map((service) => service.metadata.name),
    );
    const workload = workloads.find((one) => one.metadata.name === name);
    const port = workload === undefined ? undefined : declaredPorts(workload.spec.template.spec)[0];
    const found =
      elsewhere.length > 0
        ? text` It exists in ${joinTexts(elsewhere.slice(0, 5).map(code))}.`
        : near.length > 0
          ? text` Did you mean ${joinTexts(near.map(code), ' or ')}?`
          : workload === undefined
            ? text``
            : text` There is a ${workload.kind} of that name, but no Service for it.`;
    return [
      {
        say: text`There is no Service ${code(name)} in namespace ${code(namespace)}.${found}`,
        evidence: {
          'looked up': `${namespace}/${name}`,
          ...(elsewhere.length > 0 && { 'namespaces that have it': elsewhere.join(', ') }),
          ...(near.length > 0 && { 'nearest names': near.join(', ') }),
          ...(workload !== undefined && { [workload.kind]: workload.metadata.name }),
        },
        next: [
          ...elsewhere
            .slice(0, 1)
            .map((other) => ({ say: text`Call it by its full name ${code(`${name}.${other}.svc.cluster.local`)}` })),
          ...(workload === undefined
            ? [{ say: text`See which Services there are`, command: `kubectl get services -n ${quote(namespace)}` }]
            : [
                {
                  say: text`Create it`,
                  command: `kubectl expose ${workload.kind.toLowerCase()} ${quote(name)} -n ${quote(namespace)} --port=${port?.containerPort ?? 80}${port?.name ? ` --target-port=${port.name}` : ''}`,
                },
              ]),
        ],
      },
    ];
  },
});
