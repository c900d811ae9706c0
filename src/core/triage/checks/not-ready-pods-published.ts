import { code, text } from '../../answer/text.ts';
import { mergePatch } from '../../model/commands.ts';
import { isHeadless, selectsPods } from '../../model/kinds/service.ts';
import { isReady } from '../../model/pods/pod-state.ts';
import { defineCheck } from '../check.ts';
import { howMany, listNames, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'not-ready-pods-published',
  title: 'The Service sends traffic to pods that are not ready, because it is told to',
  theme: 'stateful',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['service', 'livePods', 'slices'],
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceSpec',
  detects:
    'publishNotReadyAddresses is true on a Service that is not headless, and a live selected pod is not ready: its endpoint counts as ready and gets traffic. Silent for headless Services, where peers find each other this way.',
  find({ service, livePods, slices }) {
    if (!service.spec.publishNotReadyAddresses || isHeadless(service) || !selectsPods(service)) return [];
    const unready = livePods.filter((pod) => !isReady(pod));
    if (unready.length === 0) return [];
    const names = new Set(namesOf(unready));
    const published = slices
      .flatMap((slice) => slice.endpoints)
      .filter((one) => one.ready && names.has(one.target?.name ?? ''));
    return [
      {
        say: text`Service ${code(service.metadata.name)} has ${code('publishNotReadyAddresses: true')} and so sends traffic to ${howMany(unready, livePods)} that ${unready.length === 1 ? 'is' : 'are'} not ready: those connections fail.`,
        evidence: {
          'spec.publishNotReadyAddresses': true,
          'pods that are not ready': listNames([...names]),
          'their endpoints with ready true': published.length,
        },
        next: [
          {
            say: text`Send traffic to ready pods only`,
            command: mergePatch(service, { spec: { publishNotReadyAddresses: false } }),
          },
        ],
        pods: namesOf(unready),
      },
    ];
  },
});
