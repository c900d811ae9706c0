import { code, joinTexts, text, type Text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import type { Service, ServicePort } from '../../model/kinds/service.ts';
import { serviceTargetsOf } from '../../model/entry/route-targets.ts';
import { defineCheck, type Draft } from '../check.ts';

const sidecars: ReadonlySet<string> = new Set(['istio-proxy', 'linkerd-proxy']);
/** Words that meshes read from the name of a port: the word alone, or before a dash. */
const protocolName = /^(?:grpc-web|grpc|http2|https|http|mongo|mysql|redis|tcp|tls|udp|ws|wss|h2c)(?:-|$)/u;
/** HTTP/2 without TLS, as routes need it for gRPC. */
const http2: ReadonlySet<string> = new Set(['kubernetes.io/h2c', 'grpc', 'h2c', 'http2']);

export default defineCheck({
  id: 'app-protocol-hint',
  title: "The port's name or appProtocol hides the application protocol from mesh or load balancer",
  theme: 'ports',
  severity: 'info',
  kind: 'note',
  explains: [],
  needs: ['service', 'livePods', 'routes'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol',
  detects:
    'A mesh sidecar runs in the selected pods, or a Gateway API route uses the port, and the port has neither appProtocol nor a name of the form PROTOCOL or PROTOCOL-SUFFIX; or name and appProtocol contradict each other; or a gRPC port is routed without appProtocol kubernetes.io/h2c or grpc. Silent without mesh and route.',
  find({ service, livePods, routes }) {
    const sidecar = sidecarOf(livePods);
    const routed = new Set(routes.flatMap((route) => serviceTargetsOf(route, service.metadata)).map(({ ref }) => ref.port));
    return service.spec.ports.flatMap((port, index): readonly Draft[] => {
      const isRouted = routed.has(port.port);
      if (port.protocol !== 'TCP' || (sidecar === undefined && !isRouted)) return [];
      const hint = hintFor(port, isRouted);
      if (hint === undefined) return [];
      const readers = [
        ...(sidecar === undefined ? [] : [text`the sidecar ${code(sidecar)}`]),
        ...(isRouted ? ['the Gateway'] : []),
      ];
      return [
        {
          say: text`Port ${port.port} of Service ${code(service.metadata.name)} ${hint.words}, so ${joinTexts(readers)} may treat it as another protocol.`,
          evidence: {
            [`spec.ports[${index}].name`]: port.name || 'not set',
            [`spec.ports[${index}].appProtocol`]: port.appProtocol ?? 'not set',
            ...(sidecar !== undefined && { sidecar }),
          },
          next: [{ say: text`Say what the port speaks`, command: addAppProtocol(service, index, port, hint.value) }],
        },
      ];
    });
  },
});

function hintFor(port: ServicePort, isRouted: boolean): { readonly words: Text; readonly value: string } | undefined {
  const [word] = protocolName.exec(port.name) ?? [];
  const named = word?.replace(/-$/u, '');
  if (port.appProtocol === undefined && named === undefined) {
    return {
      words: text`does not say which protocol it carries (${code('appProtocol')}, or a name like ${code('http')} or ${code('grpc-api')})`,
      value: 'http',
    };
  }
  const carried = port.appProtocol?.toLowerCase();
  if (named === 'grpc' && isRouted && (carried === undefined || !http2.has(carried))) {
    return {
      words: text`is called ${code(port.name)} and has ${carried === undefined ? 'no appProtocol' : text`appProtocol ${code(port.appProtocol ?? '')}`}`,
      value: 'kubernetes.io/h2c',
    };
  }
  if (named !== undefined && carried !== undefined && contradicts(named, carried)) {
    return { words: text`is called ${code(port.name)} and has appProtocol ${code(port.appProtocol ?? '')}`, value: named };
  }
  return undefined;
}

/** Only where both words are plain and name different protocols: `http` beside `kubernetes.io/ws` is no contradiction. */
function contradicts(named: string, carried: string): boolean {
  const plain: ReadonlySet<string> = new Set(['grpc', 'http', 'https', 'tls', 'mongo', 'mysql', 'redis']);
  const same = (word: string) => (word === 'tls' ? 'https' : word);
  return plain.has(named) && plain.has(carried) && same(named) !== same(carried);
}

function sidecarOf(pods: readonly Pod[]): string | undefined {
  return pods
    .flatMap(({ spec }) => [...spec.containers, ...spec.initContainers])
    .map((container) => container.name)
    .find((name) => sidecars.has(name));
}

function addAppProtocol({ metadata }: Service, index: number, port: ServicePort, value: string): string {
  const op = port.appProtocol === undefined ? 'add' : 'replace';
  const patch = [{ op, path: `/spec/ports/${index}/appProtocol`, value }];
  return `kubectl patch service ${quote(metadata.name)} -n ${quote(metadata.namespace)} --type=json -p ${quote(JSON.stringify(patch))}`;
}
