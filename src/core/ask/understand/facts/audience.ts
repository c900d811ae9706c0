import type { Audience } from '../../asked-facts.ts';
import { find, word, type Message } from '../text/message.ts';
import { oneOrMore, type FactFinder } from './fact.ts';
import { findOutside, publicHosts } from './external.ts';

const no =
  '(not|no|never|without|nobody|nothing|none|must not|can not|does not|is not|will not|instead of|rather than|neither|nor|avoid|block|forbid|prevent|hide|hidden)';
const others =
  '(other|another|different|all|any|every|our|the|my|some|these|those|several|two|between|between my|between our|sibling|neighbouring)';
const parts =
  '(pods?|apps?|services?|namespaces?|deployments?|microservices|workloads?|teams?|team [a-z]|components|backends?|jobs?|containers?)';

/** "not from the internet", "no public endpoint": what is denied is no audience. */
const notInternet = word([
  String.raw`${no} <5>(the )?(internet|public|publicly|outside world|externally|exposed externally|exposed to the world|outside)`,
  'internal[- ]only|private only|internally only',
  'only (internal|internally|inside-cluster|in-the-cluster|from inside|reachable inside)',
  'non-public',
  '(players|users|customers|clients|outsiders|the world|anyone else|others) (must|should|may|can|shall) (never|not)',
  '(nobody|nothing|no one|noone) (else )?(from )?(outside|outside-cluster|else)( [^ ]+)?',
]);
const internet = word(
  [
    'internet|publicly|world ?wide|worldwide|the world|outside world|whole world|from anywhere|anyone',
    'public|everyone|anywhere|everywhere|phones|smartphones?|android|ios',
    '(from|on) (his|her|their|a|the) <1>phone',
    '(from|work from|working from|connect from|dial in from) (their |his |her )?homes?',
    '(to|for|by) (web |all |any )?browsers',
    'suppliers?|vendors?|resellers?|dealers|merchants|couriers|patients|citizens|guests|fans|viewers|streamers|gamers|shops? owners?',
    '(friends|mates|buddies|pals|strangers)',
    '(mobile|cellular|cell|lte|4g|5g|telco) networks?',
    'website|customers?|end[- ]users?|visitors|shoppers|players|subscribers|carriers?|partners?',
    'third[- ]part(y|ies)',
    'cloudflare|letsencrypt|cdn|akamai|fastly',
    'mobile (app|apps|clients)',
    'users? browsers?|browser of|home users|iot devices',
    'browsers? (all over|everywhere)',
    'external (users|customers|clients|partners|consumers)',
    'spf|webhooks?|public-facing|internet-facing|customer-facing',
  ].join('|'),
);
const network = word(
  [
    '(from|by|for|to|our|the) <1>(devices|switches|routers|printers|cameras|plcs?|scanners|firewalls?|appliances|sensors|vms|virtual machines|workstations|ec2 instances?|physical servers|other machines|dmz|mainframe)',
    'dmz',
    '(same|whole|entire|local) <1>network',
    '(another|other|second|different|any) <1>(machine|pc|computer|laptop|computers|machines|pcs|device|host)s? (in|on|inside|of|at|within) <2>(network|lan|office|house|home|building|wifi|subnet)',
    'internal (ip )?(address|ip)',
    'vpc|vnet|vpn|office|intranet|lan|wan|wifi|wi-fi|wlan|subnets?|vlan',
    '(internal|corporate|company|private|local|corp|in-house|home|our|peered|enterprise|campus|factory|hospital|plant|university|school|lab|bank|hotel|shop floor|building|site|production|ot|student) <1>networks?',
    'peered|peering',
    'data ?cent(er|re)',
    '(direct connect|expressroute|interconnect|tailscale|wireguard|zerotier|transit gateway)',
    'internal ([a-z0-9]+ )?(loadbalancer|load balancing|nlb|alb|elb|lb)',
    'private (loadbalancer|nlb|alb|endpoint|ip)',
    'internal-lb|ilb',
    '(other|some|our|the|legacy|existing|on-premises|from|a|from a|my) <2>(vms?|ec2 instances?|machines|workstations|servers|hosts|mainframe|data ?cent(er|re)|switches|routers|printers|cameras|plcs?|scanners|firewalls?|devices|appliances) <3>(in|on|outside|outside-cluster|need|needs|must|have|has|can|send|sends|push|pushes|connect|access|call|calls|reach|should|that|talk|query)',
    '(same|one|our|the) (building|office|floor|site|campus|plant|factory)|in-house|leased lines?|site-to-site',
    'employees|colleagues|staff|coworkers|internal users|internal teams|inside the company',
    'within the company|company-wide|company only|internal tool|internally only|workstations',
  ].join('|'),
);
const outside = word(
  [
    'not in kubernetes|(another|a different|a second|some other) (machine|computer|pc|laptop)',
    'outside-cluster|from outside|from the outside|externally|external access|from external',
    'to the outside|outside',
    'external (clients?|traffic|ips?|network|consumers?|producers?|systems?|apps?|applications?|hosts?|machines?|connections?|callers?|requests?|connectivity|devices?|gateways|listener|listeners)',
  ].join('|'),
);
const cluster = word(
  [
    '(apps?|pods|clients|services|readers|writers|workers|jobs|consumers) in-the-cluster',
    'pods? <1>(has to|have to|must|needs? to|should|can|can not|wants? to) (reach|call|talk|connect|access|query|use|hit|see|find)',
    'pods? ([^ ;?.,]+ ){0,3}(calls?|talks? to|connects? to|queries)',
    '(apps?|pods?|workloads?|services) (send|push|write|report|ship|log)',
    'inside-cluster|inside only|cluster-wide|cluster-local|cluster only|intra-service',
    String.raw`${others} <2>${parts} <3>(can|to|need|needs|must|should|call|calls|reach|find|talk|talks|use|uses|access|connect|connects|resolve|consume|query|hit|discover|pushes|push|send|sends|read|write|(in|inside) (the )?(<1>namespaces?|same|other|another)|will|that|may)`,
    String.raw`(other|another|different|all|every|between|multiple|across|cross) (my |our |the |of )?${parts}`,
    '(from|by|for|to|with) (my |our |the |all |any |other |another |every |some )?<1>(pods?|in-the-cluster|deployments|microservices|namespaces)',
    '(apps?|pods?|services|workloads|deployments) (in|of|from) ([a-z0-9-]+ ){1,4}(use|call|reach|access|connect|talk)',
    '(only|just) <2>pods',
    'pods? (hit|push|pushes|call|send|connect|reach|talk|need|needs|must|can|should|use|access|write|read|query|find|report|ship|to pod|to service)',
    '(only|just) (the |my |our )?(frontend|backend|api|[a-z0-9-]+ (pods?|deployment|service|app)|apps?|pods|services)',
    '(frontend|web|api|app|apps|backend|worker|workers|webapp|gateway|job|jobs|cronjob|service) <2>(needs? to |has to |must |should |wants? to |to |can )?(reach|call|calls|talk to|talks to|connect to|connects to|find|access|query|use) (the |my |our |its |a )?(backend|api|database|cache|broker|queue|redis|postgres|postgresql|mysql|mongo|mongodb|rabbitmq|memcached|auth|elasticsearch)',
    '(clients?|callers?|consumers?|producers?|users|readers|publishers|subscribers) (are|is|will be|being|run as|live as|runs?|running|lives?|sits?) (just |only |all |the |other |some |our |my )*<1>(pods?|in-the-cluster|deployments?|apps|services|microservices|workloads|jobs)',
    '(service|pods?|app|deployment|microservice)( [^ ?;]+){0,6} (calls?|reach(es)?|talks? to|connects? to|access(es)?|query|queries) (the |my |our |another |a )?(service|pods?|app|deployment|microservice)',
    'service[- ]to[- ]service|pod[- ]to[- ]pod|east[- ]west|cross-namespace',
    'in-the-cluster (only|traffic|access|clients|callers|consumers|use|use only)',
    '(reach|find|accessible|reachable|available|used|consumed|visible|access|call|called|only) <3>in-the-cluster',
    'peers?|each other|one another',
    'members? (discover|find)',
    'gossip',
    'prometheus (scrapes|must scrape|should scrape|needs to scrape|can scrape)',
  ].join('|'),
);
const sameNamespace = word([
  '(same|own|its|one|single|this) namespace',
  'within (the|a|one|its|our) namespace',
  'namespace-local',
  'inside (the|its|our|one) namespace',
  'nobody outside (the|its|our) namespace',
]);

/** Who calls. "From the internet" beats "from outside", and a caller that is denied is none. */
export const audienceFacts: FactFinder = (message, intent) => {
  if (['concept', 'list', 'scan', 'explain'].includes(intent)) return [];
  const target = findOutside(message);
  if (target.words !== undefined) return [{ fact: 'audience', value: 'outside-service', words: target.words }];
  const found = audiencesIn(message);
  const value = oneOrMore(found.map((one) => one.audience));
  return value === undefined
    ? []
    : [{ fact: 'audience', value, words: [...new Set(found.map((one) => one.words))].join(', ') }];
};

interface Heard {
  readonly audience: Audience;
  readonly words: string;
}

function audiencesIn(message: Message): Heard[] {
  // "not on a public cloud" tells where it stands, not who may come.
  const denied = find({ ...message, canonical: message.canonical.replace(/public (?=cloud|ip of)/g, 'open__ ') }, notInternet);
  const hear = (audience: Audience, pattern: RegExp): Heard[] => {
    const found = find(message, pattern);
    return found === undefined ? [] : [{ audience, words: found.words }];
  };
  const near = hear('same-namespace', sameNamespace);
  if (near.length > 0) return near;
  // "public right now, only our own pods should get to it": what is wanted counts.
  const only = hear('cluster', onlyPods);
  if (only.length > 0) return only;
  const inside = hear('vpc/internal-network', network);
  const balancer = word('loadbalancer|nlb|alb|elb').test(message.canonical)
    ? hear('vpc/internal-network', word('internal|private'))
    : [];
  if (balancer.length > 0 && inside.length === 0) return balancer;
  const worldwide = denied === undefined ? hear('internet', internet) : [];
  if (inside.length > 0 && worldwide.length === 0) return inside;
  if (inside.length > 0 && onlyInside.test(message.canonical)) return inside;
  if (worldwide.length > 0 && inside.length > 0 && !worldWins.test(message.canonical)) return [...worldwide, ...inside];
  if (worldwide.length > 0) return worldwide;
  const pods = hear('cluster', cluster);
  if (denied !== undefined)
    return pods.length > 0 ? pods : hear('vpc/internal-network', word('internal|private|internally|company'));
  const open = hear('internet', outside);
  if (open.length > 0 && !(pods.length > 0 && insideOnly.test(message.canonical))) {
    return [...open, { audience: 'vpc/internal-network', words: open[0]?.words ?? '' }];
  }
  if (pods.length > 0) return pods;
  // A host name of its own in the public DNS: whoever wants that wants the internet.
  const host = publicHosts(message).find((one) => !privateHost.test(one));
  return host === undefined ? [] : [{ audience: 'internet', words: host }];
}

const onlyPods = word([
  'only (our own |our |my |the |its |some |other |own )*<2>pods',
  '(ingress|ingress-nginx|ingress controller|gateway|proxy) ([^ ;?.]+ ){0,8}in front of it( [^ ]+){0,3} (nobody|nothing|no one) else',
  '(behind|only) (a |an |the |our )?[a-z0-9-]+ (proxy|gateway|frontend) <2>(also )?(runs|lives|is|sits) in-the-cluster',
  'only (our own |our |my |the |its |some |other |own )*<2>(pods|workloads|deployments) <4>(should|must|may|can|need|needs|will|call|use|reach|talk|access|have|connect|ever)',
  '(should|must|may|can|shall) only be (reachable|accessible|used|reached|called|visible|available) (from |by |to |for |inside )*(our |my |the |other |own )*(pods|inside-cluster|in-the-cluster)',
]);
const privateHost = /\.(?:local|internal|lan|corp|intern|intra|private|home|localdomain|test|example|int)$|\.corp\./;

const onlyInside = word([
  'only <5>(office|vpn|vpc|vnet|lan|intranet|internal|employees|staff|company|colleagues|network)',
  'security (hates|forbids|says no|does not (like|allow|want))',
  'no public|not public',
]);
const worldWins = word('internet|public|publicly|worldwide|world');
const insideOnly = word([
  'only <3>inside-cluster|inside-cluster only|inside-cluster and not',
  'not <3>(outside|outside-cluster|from outside|externally)',
]);
