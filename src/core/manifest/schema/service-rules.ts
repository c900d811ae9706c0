import type { ServiceSpec } from './service.ts';

interface Broken {
  readonly path: readonly (string | number)[];
  readonly rule: string;
}

/** Which fields of a Service go together. The API server refuses the rest. */
export function serviceRules(spec: ServiceSpec): readonly Broken[] {
  return [...portRules(spec), ...typeRules(spec)];
}

function portRules(spec: ServiceSpec): readonly Broken[] {
  const { ports = [], type = 'ClusterIP' } = spec;
  const broken: Broken[] = [];
  const headless = spec.clusterIP === 'None';
  if (ports.length === 0 && type !== 'ExternalName' && !headless) {
    broken.push({
      path: ['ports'],
      rule: 'at least one port is needed (only headless and ExternalName Services may have none)',
    });
  }
  const seen = new Map<string, string>();
  ports.forEach((port, index) => {
    const at = (field: string) => ['ports', index, field];
    if (ports.length > 1 && port.name === undefined)
      broken.push({ path: at('name'), rule: 'each of several ports needs a name' });
    const taken = (key: string, path: string, rule: string) => {
      if (seen.has(key)) broken.push({ path: at(path), rule });
      seen.set(key, path);
    };
    if (port.name !== undefined) taken(`name ${port.name}`, 'name', 'two ports have this name');
    taken(`port ${port.protocol ?? 'TCP'} ${port.port}`, 'port', 'two ports have this number and protocol');
    if (port.nodePort !== undefined) {
      taken(`nodePort ${port.protocol ?? 'TCP'} ${port.nodePort}`, 'nodePort', 'two ports have this node port');
      if (type !== 'NodePort' && type !== 'LoadBalancer') {
        broken.push({ path: at('nodePort'), rule: `a ${type} Service has no node ports` });
      }
    }
  });
  return broken;
}

function typeRules(spec: ServiceSpec): readonly Broken[] {
  const { type = 'ClusterIP' } = spec;
  const broken: Broken[] = [];
  const only = (field: keyof ServiceSpec, fits: boolean, rule: string) => {
    if (spec[field] !== undefined && !fits) broken.push({ path: [field], rule });
  };
  const outside = type === 'NodePort' || type === 'LoadBalancer' || (spec.externalIPs?.length ?? 0) > 0;
  const balanced = type === 'LoadBalancer';
  if (type === 'ExternalName' && spec.externalName === undefined) {
    broken.push({ path: ['externalName'], rule: 'an ExternalName Service needs the DNS name it stands for' });
  }
  if (spec.clusterIP === 'None' && (type === 'NodePort' || balanced)) {
    broken.push({ path: ['clusterIP'], rule: `clusterIP None goes with type ClusterIP only, not with ${type}` });
  }
  only('clusterIP', type !== 'ExternalName' || spec.clusterIP === '', 'an ExternalName Service has no cluster IP');
  only('externalTrafficPolicy', outside, 'needs access from outside: type NodePort or LoadBalancer, or externalIPs');
  only('loadBalancerClass', balanced, 'goes with type LoadBalancer only');
  only('loadBalancerSourceRanges', balanced, 'goes with type LoadBalancer only');
  only('allocateLoadBalancerNodePorts', balanced, 'goes with type LoadBalancer only');
  only(
    'healthCheckNodePort',
    balanced && spec.externalTrafficPolicy === 'Local',
    'needs type LoadBalancer and externalTrafficPolicy Local',
  );
  only('sessionAffinityConfig', spec.sessionAffinity === 'ClientIP', 'needs sessionAffinity ClientIP');
  if (spec.ipFamilyPolicy === 'SingleStack' && (spec.ipFamilies?.length ?? 0) > 1) {
    broken.push({ path: ['ipFamilies'], rule: 'SingleStack has one IP family' });
  }
  return broken;
}
