import { describe, expect, it } from 'vitest';
import type { ManifestObject } from '../../../src/core/manifest/kubernetes-object.ts';
import { validateManifest } from '../../../src/core/manifest/validate-manifest.ts';

const port = { name: 'http', port: 80 };
const service = (spec: Record<string, unknown>, name = 'web'): ManifestObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { selector: { app: 'web' }, ports: [port], ...spec },
});
const slice = (more: Record<string, unknown>): ManifestObject => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name: 'web-1' },
  addressType: 'IPv4',
  endpoints: [{ addresses: ['10.0.0.1'] }],
  ports: [{ port: 80 }],
  ...more,
});
const ingress = (path: Record<string, unknown>, host = 'shop.example.com'): ManifestObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web' },
  spec: {
    rules: [
      {
        host,
        http: {
          paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } }, ...path }],
        },
      },
    ],
  },
});

describe('what the API server would refuse', () => {
  it.each<[string, ManifestObject, string]>([
    ['a port without name among several', service({ ports: [port, { port: 81 }] }), 'spec.ports[1].name'],
    ['two ports of one name', service({ ports: [port, { ...port, port: 81 }] }), 'spec.ports[1].name'],
    ['two ports of one number and protocol', service({ ports: [port, { ...port, name: 'b' }] }), 'spec.ports[1].port'],
    ['no ports at all', service({ ports: [] }), 'spec.ports'],
    ['port 0', service({ ports: [{ port: 0 }] }), 'spec.ports[0].port'],
    ['port 65536', service({ ports: [{ port: 65536 }] }), 'spec.ports[0].port'],
    [
      'a targetPort name that is too long',
      service({ ports: [{ ...port, targetPort: 'a-very-long-port-name' }] }),
      'spec.ports[0].targetPort',
    ],
    ['a targetPort name without letter', service({ ports: [{ ...port, targetPort: '8080' }] }), 'spec.ports[0].targetPort'],
    ['a node port out of range', service({ type: 'NodePort', ports: [{ ...port, nodePort: 80 }] }), 'spec.ports[0].nodePort'],
    ['a node port on ClusterIP', service({ ports: [{ ...port, nodePort: 30080 }] }), 'spec.ports[0].nodePort'],
    [
      'one node port twice',
      service({
        type: 'NodePort',
        ports: [
          { ...port, nodePort: 30080 },
          { name: 'b', port: 81, nodePort: 30080 },
        ],
      }),
      'spec.ports[1].nodePort',
    ],
    ['a name that is no DNS label', service({}, 'web.shop'), 'metadata.name'],
    ['a name that is too long', service({}, 'a'.repeat(64)), 'metadata.name'],
    ['ExternalName without a name', service({ type: 'ExternalName' }), 'spec.externalName'],
    [
      'an externalName with a scheme',
      service({ type: 'ExternalName', externalName: 'https://example.org' }),
      'spec.externalName',
    ],
    ['an externalName with a port', service({ type: 'ExternalName', externalName: 'example.org:443' }), 'spec.externalName'],
    ['a headless NodePort', service({ type: 'NodePort', clusterIP: 'None' }), 'spec.clusterIP'],
    ['a class on another type', service({ loadBalancerClass: 'x.io/lb' }), 'spec.loadBalancerClass'],
    ['a traffic policy without outside', service({ externalTrafficPolicy: 'Local' }), 'spec.externalTrafficPolicy'],
    [
      'a health check port with Cluster',
      service({ type: 'LoadBalancer', healthCheckNodePort: 31000 }),
      'spec.healthCheckNodePort',
    ],
    [
      'source ranges on NodePort',
      service({ type: 'NodePort', loadBalancerSourceRanges: ['10.0.0.0/8'] }),
      'spec.loadBalancerSourceRanges',
    ],
    [
      'node port allocation on ClusterIP',
      service({ allocateLoadBalancerNodePorts: false }),
      'spec.allocateLoadBalancerNodePorts',
    ],
    ['a selector value that is no label value', service({ selector: { app: 'my app' } }), 'spec.selector.app'],
    ['a type in the wrong case', service({ type: 'Nodeport' }), 'spec.type'],
    ['an unknown field', service({ replicas: 3 }), 'spec.replicas'],
    ['targetport in lower case', service({ ports: [{ ...port, targetport: 8080 }] }), 'spec.ports[0].targetport'],
    [
      'a protocol that is none of the transport layer',
      service({ ports: [{ ...port, protocol: 'HTTP' }] }),
      'spec.ports[0].protocol',
    ],
    [
      'a timeout without ClientIP',
      service({ sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } } }),
      'spec.sessionAffinityConfig',
    ],
    ['an address of the other family', slice({ endpoints: [{ addresses: ['2001:db8::1'] }] }), 'endpoints[0].addresses[0]'],
    ['a loopback endpoint', slice({ endpoints: [{ addresses: ['127.0.0.1'] }] }), 'endpoints[0].addresses[0]'],
    ['two slice ports of one name', slice({ ports: [{ port: 80 }, { port: 81 }] }), 'ports[1].name'],
    ['an address type that does not exist', slice({ addressType: 'ipv4' }), 'addressType'],
    ['an Ingress path without slash', ingress({ path: 'shop' }), 'spec.rules[0].http.paths[0].path'],
    ['an Ingress without pathType', ingress({ pathType: undefined }), 'spec.rules[0].http.paths[0].pathType'],
    ['an Ingress host with a port', ingress({}, 'shop.example.com:443'), 'spec.rules[0].host'],
    ['an Ingress host that is an address', ingress({}, '10.0.0.1'), 'spec.rules[0].host'],
    [
      'a backend with number and name',
      ingress({ backend: { service: { name: 'web', port: { number: 80, name: 'http' } } } }),
      'spec.rules[0].http.paths[0].backend.service.port',
    ],
    ['a kind that is not checked', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' } }, 'kind'],
  ])('%s', (_name, object, path) => {
    expect(validateManifest(object).map((fault) => fault.path)).toContain(path);
  });

  it.each<[string, ManifestObject]>([
    ['one port without name', service({ ports: [{ port: 80 }] })],
    [
      'one number with two protocols',
      service({
        ports: [
          { name: 'a', port: 53 },
          { name: 'b', port: 53, protocol: 'UDP' },
        ],
      }),
    ],
    ['a headless Service without ports', service({ clusterIP: 'None', ports: [] })],
    ['ExternalName without ports', service({ type: 'ExternalName', externalName: 'example.org', ports: [] })],
    ['a traffic policy with external IPs', service({ externalIPs: ['192.0.2.1'], externalTrafficPolicy: 'Local' })],
    [
      'a node port of TCP and UDP',
      service({
        type: 'NodePort',
        ports: [
          { name: 'a', port: 53, nodePort: 30053 },
          { name: 'b', port: 53, protocol: 'UDP', nodePort: 30053 },
        ],
      }),
    ],
    ['a wildcard host', ingress({}, '*.example.com')],
    ['a slice of DNS names', slice({ addressType: 'FQDN', endpoints: [{ addresses: ['db.example.org'] }] })],
  ])('but not %s', (_name, object) => {
    expect(validateManifest(object)).toEqual([]);
  });
});
