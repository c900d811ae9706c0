import { code, joinTexts, text, type Text } from '../answer/text.ts';
import { isHeadless, type Service, type ServicePort } from '../model/kinds/service.ts';

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
 * The ports that callers use. A headless Service has no proxy that translates: callers meet the pod's own port, known
 * only where targetPort is a number.
 */
export function callerPorts(service: Service): readonly ServicePort[] {
  if (!isHeadless(service)) return service.spec.ports;
  return service.spec.ports.map((port) => (typeof port.targetPort === 'number' ? { ...port, port: port.targetPort } : port));
}
