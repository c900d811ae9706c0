import { formatAge } from '../../answer/age.ts';
import { code, text } from '../../answer/text.ts';
import { getServiceYaml } from '../../model/load-balancers/balancer-commands.ts';
import { quote } from '../../model/commands.ts';
import { isPendingLoadBalancer } from '../../model/load-balancers/load-balancer.ts';
import { isClassServed, serverOfClass, workingClasses } from '../../model/load-balancers/load-balancer-class.ts';
import { loadBalancerEvents } from '../../model/load-balancers/load-balancer-events.ts';
import { providersIn } from '../../model/load-balancers/load-balancer-providers.ts';
import { slipBetween } from '../../model/selectors/slip.ts';
import { defineCheck } from '../check.ts';
import { listNames } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'lb-class-unclaimed',
  title: 'The Service asks for a load balancer class that no controller serves',
  theme: 'load-balancer',
  severity: 'critical',
  kind: 'cause',
  explains: ['lb-pending'],
  needs: ['service', 'events'],
  uses: ['nodes', 'allServices', 'clusterPods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-class',
  detects:
    'spec.loadBalancerClass is set, there is no address and no event of a controller, and neither its controller nor another Service of that class with an address is seen. Silent once a controller of the class has written an event.',
  find({ service, events, nodes, allServices, clusterPods, now }) {
    const asked = service.spec.loadBalancerClass;
    if (asked === undefined || service.metadata.deletedAt !== undefined) return [];
    if (!isPendingLoadBalancer(service, events, now) || loadBalancerEvents(service, events).length > 0) return [];
    const working = allServices === undefined ? new Set<string>() : workingClasses(allServices);
    if (working.has(asked) || isClassServed(asked, nodes?.values(), clusterPods)) return [];
    const near = [...working].find((one) => slipBetween(one, asked) !== undefined);
    const server = serverOfClass(asked);
    // Its controller runs and serves the class only when it is told to.
    const told =
      server === 'MetalLB' && clusterPods !== undefined && providersIn(clusterPods).has('metallb') ? server : undefined;
    const certain = clusterPods !== undefined && allServices !== undefined;
    const { name, namespace, createdAt } = service.metadata;
    const controllers =
      clusterPods === undefined ? undefined : [...providersIn(clusterPods).values()].map((pod) => pod.metadata.name);
    return [
      {
        say: text`LoadBalancer Service ${code(name)} asks for the class ${code(asked)}, which ${certain ? 'no controller' : 'most likely no controller'} in this cluster serves${near === undefined ? '' : text` (other Services get their address with ${code(near)})`}; the cluster's default controller leaves a Service with a class alone.`,
        evidence: {
          'spec.loadBalancerClass': asked,
          'classes that work here': allServices === undefined ? 'not read' : listNames([...working]) || 'none',
          'load balancer controllers seen': controllers === undefined ? 'not read' : listNames(controllers) || 'none',
          'events of a controller': 0,
          ...(createdAt !== undefined && { age: formatAge(now - createdAt) }),
        },
        next: [
          {
            say: text`The class cannot be changed: keep a copy, delete the Service, and create it again with ${near === undefined ? 'the right class, or none' : code(near)}`,
            command: `${getServiceYaml(service)} > ${quote(`${name}.yaml`)} && kubectl delete service ${quote(name)} -n ${quote(namespace)}`,
          },
          told === undefined
            ? { say: text`Or install ${server ?? 'the controller of that class'}` }
            : { say: text`Or tell ${told} to serve it: ${code(`--lb-class=${asked}`)}` },
        ],
      },
    ];
  },
});
