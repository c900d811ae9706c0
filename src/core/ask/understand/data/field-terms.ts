import { words } from '../text/words.ts';

/** Words of the field in any language: what typos are repaired to. Longer words first, so that the nearest is found. */
export const fieldTerms: readonly string[] = [
  ...words(
    `loadbalancers loadbalancer endpointslices endpointslice statefulset statefulsets deployment deployments daemonset
     daemonsets externalname namespaces namespace kubernetes nodeports nodeport clusterip targetport containerport
     headless services service endpoints endpoint selectors selector ingress ingresses replicas minikube metallb
     manifest cluster clusters externalip gateway kubectl postgres postgresql cassandra rabbitmq elasticsearch kafka
     grafana prometheus mongodb`,
  ),
];

/** English words that carry a question about Services; repaired only in English text. */
export const englishTerms: readonly string[] = [
  ...words(
    `difference connection connections reachable unreachable accessible externally internally production timeout refused
     pending expose exposed exposing exposes access accessing internet external internal connect connecting outside
     inside balancer protocol address addresses generate create hostname hostnames recommend recommended intermittent
     intermittently database publicly private working debugging forwarding affinity resolve resolving reaching explain
     describe template staging testing different between should static traffic customers website microservice
     microservices`,
  ),
];
