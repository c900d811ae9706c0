import { code, count, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { countEndpoints } from '../../model/endpoints/endpoint-state.ts';
import { isReady } from '../../model/pods/pod-state.ts';
import { resolveTargetPort } from '../../model/pods/ports.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'nothing-wrong-visible',
  title: 'All that the API shows is in order; what is left cannot be seen from the API',
  theme: 'scope',
  severity: 'info',
  kind: 'note',
  explains: [],
  needs: ['service', 'slices', 'livePods'],
  onlyAlone: true,
  last: true,
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/',
  detects:
    'One Service was asked about, it has ready endpoints, every check ran and no cause of severity critical or warning was found. Names the faults that the API cannot show.',
  find({ service, slices, livePods, sofar }) {
    const { ready } = countEndpoints(slices);
    const skipped = sofar.skipped.some((one) => one.unread.some((unread) => unread.why !== 'not-served'));
    if (sofar.trouble || skipped || ready.length === 0) return [];
    const { name, namespace } = service.metadata;
    const pod = livePods.find(isReady);
    const [port] = service.spec.ports;
    const target = pod === undefined || port === undefined ? undefined : resolveTargetPort(port, pod.spec);
    const address = pod?.status.podIPs[0] ?? ready[0]?.addresses[0];
    return [
      {
        say: text`If calls to ${code(name)} still fail, the API cannot show why: the process may listen on 127.0.0.1 only or on another port, hang behind a shallow probe, or sit behind a firewall, a mesh policy, TLS or the client's own DNS and proxy settings.`,
        evidence: {
          'endpoints ready': ready.length,
          ...(target !== undefined && { 'target port': target }),
          ...(address !== undefined && { 'first pod address': address }),
        },
        next: [
          ...(address === undefined
            ? []
            : [
                {
                  say: text`Test from inside, one hop after another: first the pod, then the cluster IP, then the name`,
                  command: `kubectl run probe -n ${quote(namespace)} --rm -it --image=busybox:1.36 --restart=Never -- wget -qO- -T3 ${quote(`http://${address.includes(':') ? `[${address}]` : address}:${target ?? port?.port ?? 80}`)}`,
                },
              ]),
          ...(pod === undefined || target === undefined
            ? []
            : [
                {
                  say: text`Refused there but fine with port-forward means that it listens on 127.0.0.1 only`,
                  command: `kubectl port-forward ${quote(pod.metadata.name)} -n ${quote(namespace)} 8080:${target}`,
                },
              ]),
          {
            say: text`${count(ready.length, 'ready endpoint')} in all; ask again with the words of the error that callers see`,
          },
        ],
      },
    ];
  },
});
