import { firstOf, type AskedFacts, type FactName } from '../asked-facts.ts';
import type { Understanding } from '../understand/understanding.ts';
import { word } from '../understand/text/message.ts';

const no =
  '(?:no|not|without|never|is not|does not (?:need|have|want|speak|use)|do not (?:need|have|want)|nor|kein|keine|ohne|nicht|sin|sans|sem|pas de|nao)';
const some = '(?:(?:a|an|any|the|really|even|more|its|own|on|in|at|over|via|using|from) )*';
const denies = (what: string): RegExp => word(`${no} ${some}(?:${what})`);

const yesNo: readonly (readonly [FactName, RegExp])[] = [
  ['tls', denies('tls|https|ssl|certificates?|encryption')],
  [
    'http-routing',
    denies(
      '(?:several |many |multiple |other |different )?(?:hosts?|hostnames?|paths?|routing|path routing|host routing|domains?)',
    ),
  ],
  ['staticIp', denies('(?:static-ip|static ip|fixed ip|fixed address|static address)')],
  ['clientIp', denies('(?:client-ip|client ip|source ip|client address)')],
  ['stateful', denies('stateful|state')],
  ['perPodAddress', denies('(?:per pod|each pod|every pod|pod by itself|per-pod)(?: addresses?)?')],
];

const lacksBalancer = word(`(?:no|without|ohne|keinen?|sin|sans|sem) ${some}(?:cloud )?loadbalancers?`);

const network = 'vpc/internal-network' as const;
/** Short wishes that say who calls, in the languages that people mix in; the rules of understanding want more words. */
const inward = word(
  `${no} ${some}(?:public|publicly|exposed|internet|external|externally|on the internet|from the internet|from outside|reachable from outside|offentlich|publico|publica|publique)|(?:internal|private|internally|privately|intern|interno|interna|interne|privat|privado|privada|prive)`,
);
const outward = word('(?:public|publicly|externally|offentlich|publico|publica|publique|internet facing|internet-facing)');

/**
 * The facts of a short message, with what it denies: "no TLS" is TLS that is not wanted, "not public" means the own
 * network, "no LB there" a cluster without load balancer.
 */
export function deniedFacts(canonical: string, found: AskedFacts, understood: Understanding): AskedFacts {
  const facts: { -readonly [F in FactName]?: AskedFacts[F] | undefined } = { ...found };
  for (const [fact, denied] of yesNo) if (denied.test(canonical)) Object.assign(facts, { [fact]: false });
  // "not UDP" leaves TCP, and what is not HTTP is some other TCP protocol.
  const protocol = firstOf(found.protocol);
  const deniedProtocol = ['udp', 'http'].find((one) => denies(one).test(canonical));
  if (deniedProtocol !== undefined && (protocol === undefined || protocol.toLowerCase() === deniedProtocol))
    facts.protocol = 'TCP';
  if (found.cloud !== undefined && denies('aws|eks|gcp|gke|azure|aks|metallb|minikube|k3s|kind').test(canonical)) {
    facts.cloud = /\bmetallb\b/u.test(canonical) ? 'none' : undefined;
  }
  if ((understood.noLoadBalancer || lacksBalancer.test(canonical)) && facts.cloud === undefined) facts.cloud = 'none';
  if (found.environment === 'production' && denies('production').test(canonical)) facts.environment = 'testing';
  if (inward.test(canonical) && (facts.audience === undefined || facts.audience === 'internet')) facts.audience = network;
  else if (facts.audience === undefined && outward.test(canonical)) facts.audience = 'internet';
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
