import { products } from '../data/products.ts';
import { find, word, type Message } from '../text/message.ts';
import { words } from '../text/words.ts';
import { findOutside } from './external.ts';
import type { Fact, FactFinder } from './fact.ts';
import { findMentions } from './mentions.ts';
import { findProducts } from './products.ts';

const eachPod = word(
  [
    '(each|every|individual|specific|single|particular|all|per) <1>(pods?|nodes?|brokers?|replicas?|members?|instances?|peers?|shards?|one|server) <5>(reachable|addressable|individually|directly|separately|itself|own|by name|by hostname|its|exposed|hostnames?|dns|ip|address|addresses|stable|unique|accessible|external|distinct)',
    '(each|every|individual|specific|all) <2>(directly|individually|separately|one by one|by (itself|name|hostname|its own name))',
    '(reach|address|access|expose|hit|contact|scrape|query|poll|notify|monitor|see|call|target|route to|talk to|connect to|addressing|reaching|resolve|exposing) (to )?(each|every|individual|specific|a specific|a particular|one particular|particular|all|a single|single|the individual|one specific) <1>(pods?|brokers?|replicas?|members?|instances?|peers?|nodes?|shards?|workers?|servers?)( individually| directly| separately| by| on| in| of| from)?',
    'per[- ](pod|broker|replica|node|member|instance) (dns|address|addresses|hostname|hostnames|ip|ips|service|services|loadbalancer|access|endpoint|names?)',
    'one (service|loadbalancer|nodeport) (per|for each|for every) (pod|broker|replica|node|member|instance)',
    'individual pods?|pod-0',
    'connects? to (each|every)( one)?( of them)?',
    'stable (network )?(identity|identities|hostnames?|dns|names?|network id)',
    '(its|their|his) own (stable )?(hostname|dns name|dns|address|name|dns record|dns entry)',
    'individually|peer discovery',
    '(exactly )?(one|that|a) (given|certain|specific|particular) (pod|server|instance|replica)',
    '(join|sync with|replicate to|replicate with|cluster with|gossip with) (each other|one another|the others|their peers)',
    '(get|gets|are|is|being) (told|redirected|sent|pointed) ([^ ;?]+ ){0,4}(address|addresses|broker|node|member|leader|other)',
    '[a-z0-9-]+ own (stable )?(hostname|dns name)',
    '(get|gets|receive|receives|returns?|told|hand out|hands out) <3>(member|broker|node|pod|peer|internal)s? (hostnames?|addresses|names|ips|addr)',
    'one <3>or one (per|for each|for every) (member|broker|pod|node|replica|instance|shard)',
    'discover (their )?peers',
    'discover (each other|one another)',
    '(find|see|reach|address|contact|know|talk to|discover|connect to|resolve) (each other|one another)',
    'own dns|gossip',
    '(between|among|amongst) (them|themselves|each other|one another|(the |its )?(nodes|members|peers|brokers|replicas))',
    'peers? (must|need|need to|have to|should|find|discover|with)',
    'pod ips|all pod ips',
    'ips of all (the )?pods',
    'ips of the pods',
    'list of (pods|pod ips|endpoints)',
    'all (the )?(pod|backend) (ips|addresses)',
    'client-side (load )?balancing',
    'client side (load )?balancing',
    'clientside (load )?balancing',
    'must every (node|pod|broker)',
    String.raw`advertised(\.| )listeners?`,
    'replica set|replicaset architecture|leader election|raft|quorum|bootstrap peers',
    'members? by (name|hostname)',
  ].join('|'),
);
const grpcBalance = word([
  'balanc(e|ed|es|ing)',
  'loadbalanc(e|ed|er|ing)',
  'one pod|same pod|single pod|only one|headless|sticks|stuck to|pinned|all pods|all backends',
  'round[ _-]?robin|only \\d+ (of )?<2>(pods|replicas|backends|instances)|busy|lands on|one channel|evenly|unevenly|uneven|spread',
  'distribut(e|ed|es)',
  '(both|all|each) <1>(get|gets|receive|receives) <2>(calls|requests|traffic|load)',
  'all replicas|sticky|long-lived|all the traffic|hot',
]);
const speaksHttp = word('https?|websites?|webapp|tls');
const keepsData = word('database|databases|message broker|mq broker|mqtt broker|stateful|statefulset|statefulsets');

/** `stateful` and `perPodAddress`. What stands outside the cluster keeps its state there. */
export const stateFacts: FactFinder = (message, intent) => {
  if (['concept', 'list', 'scan', 'explain'].includes(intent)) return [];
  if (findOutside(message).words !== undefined) return [];
  const facts: Fact[] = [];
  const found = findProducts(message.tokens);
  const store = found.find((one) => one.product.facts.stateful);
  const part = store ?? namedAfterStore(message);
  const data = find(message, keepsData);
  if (part !== undefined) facts.push({ fact: 'stateful', value: true, words: part.name });
  else if (data !== undefined) facts.push({ fact: 'stateful', value: true, words: data.words });
  const peers = found.find((one) => one.product.facts.perPodAddress);
  const told = find(message, eachPod);
  // A site with a host name of its own is routed by it; its pods are not told apart.
  const site = told !== undefined && /hostname/.test(told.words) && speaksHttp.test(message.canonical);
  const each = site ? undefined : told;
  const grpc = /\bgrpc\b/.test(message.canonical) ? find(message, grpcBalance) : undefined;
  if (each !== undefined) facts.push({ fact: 'perPodAddress', value: true, words: each.words });
  else if (grpc !== undefined) facts.push({ fact: 'perPodAddress', value: true, words: grpc.words });
  else if (peers !== undefined && intent !== 'triage') facts.push({ fact: 'perPodAddress', value: true, words: peers.name });
  return facts;
};

/** `mongodb-service`, `pg-redis-master`: a name that holds the name of a store, unless the rest says that it is about one. */
function namedAfterStore(message: Message): { readonly name: string } | undefined {
  return findMentions(message).find(({ name }) => {
    const parts = name.toLowerCase().split('-');
    return parts.length > 1 && !parts.some((part) => aboutStores.has(part)) && parts.some((part) => storeNames.has(part));
  });
}

const storeNames = new Set(products.flatMap(({ names, facts }) => (facts.stateful === true ? names : [])));
const aboutStores = words(
  'exporter ui client proxy dashboard admin backup export import sync api web manager console adapter connector operator test cli',
);
