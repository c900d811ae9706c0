import { code, joinTexts, text, type Text } from '../answer/text.ts';
import { callerPorts, hostAndPorts } from './addresses.ts';
import { healthOf } from './health.ts';
import { externalAddresses } from './kind-words.ts';
import { ingressesHere } from './leads-here.ts';
import { isOpen, routesHere } from './routes-here.ts';
import { policiesOn } from './policies.ts';
import type { Surroundings } from './surroundings.ts';

/** The short version: who reaches it at which address, what leads here, what limits it. */
export function inWords(around: Surroundings): Text {
  const { service } = around;
  const { name, namespace } = service.metadata;
  const address = hostAndPorts(`${name}.${namespace}`, callerPorts(service));
  const inside =
    healthOf(around).status === 'critical'
      ? text`Its address for pods of any namespace is ${address}, but nothing answers there.`
      : text`Pods in any namespace reach it at ${address}.`;
  const sentences = [inside, outside(around), routes(around), limits(around)].filter((one) => one.length > 0);
  return sentences.reduce((all, one) => text`${all} ${one}`);
}

function outside({ service }: Surroundings): Text {
  const addresses = externalAddresses(service);
  if (service.spec.type !== 'LoadBalancer' || addresses.length === 0) return [];
  return text`From outside it is ${joinTexts(addresses.map((address) => hostAndPorts(address, service.spec.ports)))}.`;
}

function routes(around: Surroundings): Text {
  const ingresses = ingressesHere(around).map(
    ({ ingress, routes: paths }) => text`Ingress ${code(ingress.metadata.name)} for ${joinTexts(paths.map(code))}`,
  );
  const found = [
    ...ingresses,
    ...routesHere(around)
      .filter((one) => isOpen(around, one))
      .map(
        ({ route, requests }) =>
          text`${route.kind} ${code(route.metadata.name)} for ${joinTexts(requests.slice(0, 4).map(code))}`,
      ),
  ];
  return found.length === 0 ? [] : text`${joinTexts(found)} ${found.length === 1 ? 'leads' : 'lead'} here.`;
}

function limits(around: Surroundings): Text {
  const policies = policiesOn(around);
  if (policies.length === 0) return [];
  const names = joinTexts(policies.map((policy) => code(policy.metadata.name)));
  return text`${policies.length === 1 ? 'NetworkPolicy' : 'NetworkPolicies'} ${names} ${policies.length === 1 ? 'limits' : 'limit'} who gets in.`;
}
