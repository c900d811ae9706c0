import type { Pod } from '../kinds/pod.ts';
import type { ServicePort } from '../kinds/service.ts';
import { declaredPorts, resolveTargetPort } from '../pods/ports.ts';
import { servingContainers } from '../pods/pod-state.ts';

export type ApplicationProtocol = 'HTTP' | 'HTTPS' | 'GRPC';

/** What a backend speaks, and the field that says so. */
export interface SpokenProtocol {
  readonly protocol: ApplicationProtocol;
  readonly because: string;
}

/** Ports on which a process serves TLS by habit, and plain HTTP by habit. */
const tlsPorts: ReadonlySet<number> = new Set([443, 6443, 8443, 9443]);

/**
 * What the pods behind a Service's port speak, as far as the API shows it: the scheme of the readiness probe on that
 * port, appProtocol, the names of the ports, at last the number. undefined when nothing says so or the signs disagree.
 */
export function spokenProtocol(port: ServicePort, pods: readonly Pod[]): SpokenProtocol | undefined {
  const scheme = probedScheme(port, pods);
  if (scheme !== undefined) {
    return isGrpc(port) ? undefined : { protocol: scheme, because: `readinessProbe.httpGet.scheme is ${scheme}` };
  }
  if (port.appProtocol !== undefined)
    return byWord(port.appProtocol.replace(/^kubernetes\.io\//u, ''), 'appProtocol', port.appProtocol);
  const target = targetName(port, pods);
  const named = byWord(port.name, 'the name of the port', port.name);
  const aimed = byWord(target.name, 'the name of the container port', target.name);
  // Port 443 or a port called https often only fronts a plain container port.
  if (named?.protocol === 'HTTPS') return aimed?.protocol === 'HTTPS' || tlsPorts.has(target.number) ? named : undefined;
  if (named !== undefined) return aimed !== undefined && aimed.protocol !== named.protocol ? undefined : named;
  if (aimed !== undefined) return aimed;
  return tlsPorts.has(port.port) && tlsPorts.has(target.number)
    ? { protocol: 'HTTPS', because: `the port is ${port.port} and its targetPort ${target.number}` }
    : undefined;
}

function isGrpc({ name, appProtocol = '' }: ServicePort): boolean {
  return name.startsWith('grpc') || appProtocol.includes('grpc');
}

function byWord(word: string, what: string, value: string): SpokenProtocol | undefined {
  const [first] = word.toLowerCase().split('-');
  const protocol =
    first === 'http' ? 'HTTP' : first === 'https' || first === 'tls' ? 'HTTPS' : first === 'grpc' ? 'GRPC' : undefined;
  return protocol === undefined ? undefined : { protocol, because: `${what} is ${value}` };
}

function targetName(port: ServicePort, pods: readonly Pod[]): { readonly name: string; readonly number: number } {
  const [pod] = pods;
  const number = pod === undefined ? undefined : resolveTargetPort(port, pod.spec);
  const declared = pod === undefined ? undefined : declaredPorts(pod.spec).find((one) => one.containerPort === number);
  if (typeof port.targetPort === 'string') return { name: port.targetPort, number: number ?? 0 };
  return { name: declared?.name ?? '', number: port.targetPort };
}

/** The scheme of the readiness probes on this port; undefined without such a probe. */
function probedScheme(port: ServicePort, pods: readonly Pod[]): 'HTTP' | 'HTTPS' | undefined {
  const schemes = pods.flatMap((pod) => {
    const number = resolveTargetPort(port, pod.spec);
    return servingContainers(pod.spec).flatMap(({ readinessProbe: probe, ports }) => {
      if (probe?.type !== 'httpGet' || probe.port === undefined) return [];
      const probed = typeof probe.port === 'number' ? probe.port : ports.find((one) => one.name === probe.port)?.containerPort;
      return probed === number ? [probe.scheme] : [];
    });
  });
  const [first] = schemes;
  return first !== undefined && schemes.every((one) => one === first) ? first : undefined;
}
