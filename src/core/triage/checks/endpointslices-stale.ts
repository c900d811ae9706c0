import { code, joinTexts, text, type Text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { selectsPods, type Service } from '../../model/kinds/service.ts';
import { isHandMade, isOfController } from '../../model/endpoints/slice-manager.ts';
import { staleSlices, type StaleSlices } from '../../model/endpoints/stale-slices.ts';
import { defineCheck } from '../check.ts';
import { listNames, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'endpointslices-stale',
  title: 'The EndpointSlices do not match the pods; their controller seems not to run',
  theme: 'endpoints',
  severity: 'critical',
  kind: 'cause',
  explains: ['no-endpoints', 'no-ready-endpoints', 'some-endpoints-not-ready', 'ingress-backend-unready'],
  needs: ['service', 'slices', 'selectedPods', 'namespacePods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#management',
  detects:
    'For more than a minute the slices of a Service with a selector miss a ready selected pod, or list a pod that does not exist, or a hand-made slice adds addresses of no selected pod. Silent where the named targetPort or the IP family explains it, and when another proxy serves the Service.',
  find({ service, slices, selectedPods, namespacePods, now }) {
    if (!selectsPods(service) || 'service.kubernetes.io/service-proxy-name' in service.metadata.labels) return [];
    const stale = staleSlices(service, slices, selectedPods, namespacePods, now);
    if (stale.missing.length + stale.gone.length + stale.foreign.length === 0) return [];
    const { name, namespace } = service.metadata;
    const gone = new Set(stale.gone);
    const working = slices.some((slice) => slice.endpoints.some((one) => one.ready && !gone.has(one.target?.name ?? '')));
    const old = slices.find(isOfController);
    const foreign = slices.find(isHandMade);
    const onlyForeign = stale.missing.length + stale.gone.length === 0;
    return [
      {
        severity: working ? ('warning' as const) : ('critical' as const),
        say: text`The EndpointSlices of Service ${code(name)} do not match its pods: they ${joinTexts(differences(stale))}.`,
        evidence: {
          'ready pods without an endpoint': listNames(namesOf(stale.missing)) || 'none',
          'endpoints without a pod': listNames(stale.gone) || 'none',
          ...(stale.foreign.length > 0 && {
            'addresses in a hand-made slice': listNames(stale.foreign),
            ...(foreign !== undefined && { 'hand-made slice': foreign.metadata.name }),
          }),
        },
        next: onlyForeign
          ? [
              {
                say: text`Delete the hand-made slice, or take the selector away if its addresses are meant`,
                command:
                  foreign === undefined
                    ? getSlices(service)
                    : `kubectl delete endpointslice ${quote(foreign.metadata.name)} -n ${quote(namespace)}`,
              },
            ]
          : [
              {
                say: text`See when the controller manager gave its last sign of life; restart it if that is long ago`,
                command: 'kubectl get lease -n kube-system kube-controller-manager -o yaml',
              },
              ...(old === undefined
                ? []
                : [
                    {
                      say: text`Delete the stale slice once the controller runs; it is made again`,
                      command: `kubectl delete endpointslice ${quote(old.metadata.name)} -n ${quote(namespace)}`,
                    },
                  ]),
            ],
        ...(working && { pods: [...namesOf(stale.missing), ...stale.gone] }),
      },
    ];
  },
});

function differences({ missing, gone, foreign }: StaleSlices): readonly Text[] {
  return [
    ...(missing.length > 0
      ? [text`miss ${missing.length} that ${missing.length === 1 ? 'is' : 'are'} ready (${listNames(namesOf(missing), 3)})`]
      : []),
    ...(gone.length > 0
      ? [text`list ${gone.length} that ${gone.length === 1 ? 'does' : 'do'} not exist (${listNames(gone, 3)})`]
      : []),
    ...(foreign.length > 0 ? [text`hold ${foreign.length} added by hand (${listNames(foreign, 3)})`] : []),
  ];
}

function getSlices({ metadata }: Service): string {
  return `kubectl get endpointslices -n ${quote(metadata.namespace)} -l kubernetes.io/service-name=${quote(metadata.name)}`;
}
