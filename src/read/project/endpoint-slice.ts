import type { Endpoint, EndpointSlice } from '../../core/model/kinds/endpoint-slice.ts';
import { projectMeta } from './meta.ts';
import { array, oneOf, optionalNumber, optionalString, raw, string, strings, type Raw } from './raw.ts';

/** `ready` and `serving` absent mean true, `terminating` absent means false (EndpointConditions in the API reference). */
export function projectEndpointSlice(object: Raw): EndpointSlice {
  return {
    kind: 'EndpointSlice',
    metadata: projectMeta(object),
    addressType: oneOf(object['addressType'], ['IPv4', 'IPv6', 'FQDN'], 'IPv4'),
    endpoints: array(object['endpoints']).map(raw).map(projectEndpoint),
    ports: array(object['ports'])
      .map(raw)
      .map((port) => ({
        name: string(port['name']),
        protocol: oneOf(port['protocol'], ['TCP', 'UDP', 'SCTP'], 'TCP'),
        port: optionalNumber(port['port']),
      })),
  };
}

function projectEndpoint(endpoint: Raw): Endpoint {
  const conditions = raw(endpoint['conditions']);
  const target = raw(endpoint['targetRef']);
  const hints = raw(endpoint['hints']);
  const ready = conditions['ready'] !== false;
  return {
    addresses: strings(endpoint['addresses']),
    ready,
    serving: typeof conditions['serving'] === 'boolean' ? conditions['serving'] : ready,
    terminating: conditions['terminating'] === true,
    nodeName: optionalString(endpoint['nodeName']),
    zone: optionalString(endpoint['zone']),
    hostname: optionalString(endpoint['hostname']),
    hintedZones: namesIn(hints['forZones']),
    hintedNodes: namesIn(hints['forNodes']),
    target:
      string(target['name']) === ''
        ? undefined
        : {
            kind: string(target['kind']),
            name: string(target['name']),
            namespace: string(target['namespace']),
            uid: string(target['uid']),
          },
  };
}

function namesIn(hints: unknown): readonly string[] {
  return array(hints).map((hint) => string(raw(hint)['name']));
}
