import { code, joinTexts, text, type Text } from '../answer/text.ts';
import type { Pod } from '../model/kinds/pod.ts';
import { isHeadless, type Service, type ServicePort } from '../model/kinds/service.ts';
import { resolveTargetPort } from '../model/pods/ports.ts';

/** `80`, or `53/UDP` where it is not TCP. */
export function portWord(port: Pick<ServicePort, 'port' | 'protocol'>): string {
  return port.protocol === 'TCP' ? String(port.port) : `${port.port}/${port.protocol}`;
}

/**
 * `web.shop:80`, or `web.shop on ports 80 and 443`. A protocol other than TCP is named beside the address, for
 * `host:53/UDP` is no address. Without ports the host alone.
 */
export function hostAndPorts(host: string, ports: readonly ServicePort[]): Text {
  const [first] = ports;
  if (first === undefined) return [code(host)];
  if (ports.length > 1) return text`${code(host)} on ports ${joinTexts(ports.map((port) => code(portWord(port))))}`;
  return first.protocol === 'TCP'
    ? [code(joinHost(host, first.port))]
    : text`${code(joinHost(host, first.port))} (${first.protocol})`;
}

/** IPv6 addresses stand in brackets before a port. */
export function joinHost(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/**
 * The ports that callers use. A headless Service has no proxy that translates: callers meet the pod's own port, which for
 * a named targetPort the pods tell. It stays as written where they are not known or do not agree.
 */
export function callerPorts(service: Service, pods: readonly Pod[] = []): readonly ServicePort[] {
  if (!isHeadless(service)) return service.spec.ports;
  return service.spec.ports.map((port) => ({ ...port, port: podPort(port, pods) ?? port.port }));
}

/** The number on which the pods serve a port of the Service. */
export function podPort(port: ServicePort, pods: readonly Pod[]): number | undefined {
  if (typeof port.targetPort === 'number') return port.targetPort;
  const numbers = new Set(pods.map((pod) => resolveTargetPort(port, pod.spec)));
  return numbers.size === 1 ? [...numbers][0] : undefined;
}
