import { word, type Message } from '../text/message.ts';
import { once } from '../text/once.ts';
import type { Token } from '../text/tokens.ts';
import type { Fact, FactFinder } from './fact.ts';

/** Host names of services that cloud providers run outside the cluster. */
const managed =
  /\.(?:amazonaws\.com(?:\.cn)?|database\.windows\.net|[a-z]{1,20}\.azure\.com|windows\.net|cloud\.goog|googleapis\.com|mongodb\.net|redislabs\.com|redis-cloud\.com|elastic-cloud\.com|cloud\.es\.io|confluent\.cloud|aivencloud\.com|snowflakecomputing\.com|neon\.tech|supabase\.co|planetscale\.com|db\.ondigitalocean\.com|rds\.aliyuncs\.com|upstash\.io)$/;
const documentation =
  /(?:^|\.)(?:kubernetes\.io|k8s\.io|github\.com|gitlab\.com|docker\.(?:io|com)|gcr\.io|quay\.io|ghcr\.io|stackoverflow\.com|medium\.com|slack\.com|svc|cluster\.local|youtube\.com|reddit\.com|google\.com|x-k8s\.io)$/;
const topLevel =
  /\.(?:com|net|org|io|dev|app|de|fr|uk|eu|es|pt|br|cn|in|co|ai|info|biz|local|internal|lan|corp|example|intern|test|cloud|tech|ch|at|nl|it|us|ca|au|jp|gov|edu|int|intra|private|home|localdomain|arpa|mx|tv|me|online|site|xyz)$/;

/** Words by which pods call something that is not in the cluster. */
const outsideTarget = word(
  [
    '(external|outside-cluster|hosted|managed|legacy|existing|remote|third[- ]party|3rd[- ]party|saas|on-premises|corporate|old) <2>(database|api|erp|crm|sap|system|mysql|postgres(ql)?|mongo(db)?|oracle|redis|sql server|mssql|mainframe|broker|kafka|host|endpoint|instance|mariadb|elasticsearch|ldap|smtp|rest|nfs|vm|vms)',
    '(database|mysql|postgres(ql)?|oracle|mongo(db)?|redis|kafka|elasticsearch|mainframe|ldap|api|servers?|instance|mssql|broker|vm|machine|host|mariadb|nfs|smtp)( [a-z0-9.:-]+){0,3} (that |which |is |are |runs |running |hosted |living |lives |sits |located |installed |stands )+([a-z0-9.:-]+ ){0,3}(outside-cluster|not in-the-cluster|not running in-the-cluster|not inside-cluster|on a vm|on vms|on-premises|on ec2|on a (physical|separate|different|dedicated) (server|machine|host|vm)|on another (server|machine|host|vm))',
    '(to|call|calls|reach|reaches|use|uses|access|query) (a |an |the |our |my )?(database|mysql|postgres(ql)?|oracle|mongo(db)?|redis|kafka|elasticsearch|mainframe|ldap|api|servers?|mssql|broker|vm|machine|host|mariadb|nfs) outside-cluster',
    '(pods?|apps?|services?|jobs|workloads|deployments?|backend|inside-cluster|in-the-cluster) <6>(call|calls|calling|connect|connects|connecting|reach|reaching|talk|talks|write|use|access|consume|query|point|resolve|read) (to |an |a |the |our |some |from |with )*<1>(external|outside-cluster|rds|cloudsql|elasticache|third[- ]party|saas|on-premises|aurora)',
    '(rds|cloudsql|aurora|elasticache|cosmosdb|documentdb|memorystore|atlas|azure sql|msk|planetscale|snowflake|azure database|cloud spanner|ecs)',
    '(something|service|server|database|db|app|process|api|postgres|mysql|redis) (that )?(is )?(running|runs|listening|installed) (directly )?on (the |my )?(host|host os|host machine|my-machine|docker host|host itself)',
    'not (running )?in kubernetes( [^ ]+){0,4} pods',
    String.raw`(\d{1,3}\.){3}\d{1,3}( [^ ]+){0,10} (kubernetes|service|dns|cluster|in-cluster|internal|stable) name`,
    String.raw`(\d{1,3}\.){3}\d{1,3}( [^ ]+){0,6} outside-cluster|outside-cluster( [^ ]+){0,6} (\d{1,3}\.){3}\d{1,3}`,
    'externalname (for|to|pointing|that|so|service|because|or)',
    '(alias|dns alias|cluster name|internal name|stable name|local name|in-cluster name|k8s name|service name) (for|to|in front of) <4>(external|outside|outside-cluster|legacy|on-premises|vm|database on)',
    String.raw`(endpointslices?|selectorless|without (a )?selectors?|no selectors?)( [^ ]+){0,6} (\d{1,3}\.){3}\d{1,3}`,
  ].join('|'),
);
/** Something outside that calls in: "so that the on-prem mainframe can call it". */
const outsideCaller = word([
  '(mainframe|servers?|hosts?|vms?|clients?|systems?|producers?|consumers?|apps?|machines?) (outside-cluster )?(can|must|may|should|needs? to|has to|have to|to|will|wants? to) (call|reach|access|connect|use|send|push|pull|talk)( to)? (it|this|that|my|our|the service|service)',
  'expose( [^ ]+){1,8} outside-cluster',
  '(from|access|reach|reachable|accessible)( [^ ]+){0,3} outside-cluster',
]);
const ownAddress = word(
  String.raw`(get|gets|have|has|use|uses|keep|keeps|need|needs|wants?|give it|assign|with) (the |a |an |this |its |our )*(internal |private |static |fixed |external |public |lb |loadbalancer |same )*(address|ip|externalip|loadbalancerip) (\d{1,3}\.){3}\d{1,3}`,
);
const inClusterCallers = word(
  '(inside-cluster|in-the-cluster|pods?|(our|some|the|all|my|two|these) <1>(apps?|services|jobs|batch jobs|workers|deployments?|workloads|microservices)|my (app|pods?|deployment|workload|services)|cronjobs?|batch jobs?|from kubernetes|apps)',
);

export interface Outside {
  readonly host?: Token;
  readonly addresses: readonly Token[];
  /** The words that tell that something outside is called. */
  readonly words?: string;
}

/** What the pods call outside the cluster, if the message is about that. */
export const findOutside = once((message: Message): Outside => {
  const hosts = message.tokens.flatMap(hostToken).filter((token) => isHost(token.norm) && !documentation.test(token.norm));
  const managedHost = hosts.find((token) => managed.test(token.norm));
  // "should get the address 10.16.0.250": an address of its own is no target.
  const addresses = ownAddress.test(message.canonical)
    ? []
    : message.tokens.filter((token) => /^(?:\d{1,3}\.){3}\d{1,3}$/.test(token.raw));
  if (managedHost !== undefined) return { host: managedHost, addresses, words: managedHost.raw };
  const target = outsideCaller.test(message.canonical) ? null : outsideTarget.exec(message.canonical);
  const failing = word('502|503|504|timeout|refused|unreachable|dns-failure|can not|bad address').test(message.canonical);
  if (target !== null) {
    const host = hosts[0];
    return { addresses, words: target[0], ...(host === undefined ? {} : { host }) };
  }
  if (hosts[0] !== undefined && word('externalname').test(message.canonical))
    return { host: hosts[0], addresses, words: hosts[0].raw };
  const calls =
    inClusterCallers.test(message.canonical) &&
    word(
      'call|calls|callable|say|says|end up|ends up|name|names|one name|reach|connect|talk|use|access|write|need|alias|resolve|find',
    ).test(message.canonical);
  if (hosts[0] !== undefined && calls && !failing) return { host: hosts[0], addresses, words: hosts[0].raw };
  if (addresses[0] !== undefined && calls && !failing && !word('metallb|externalip|clusterip').test(message.canonical))
    return { addresses, words: addresses[0].raw };
  return { addresses };
});

/** The host of a URL as a token of its own. */
function hostToken(token: Token): Token[] {
  const host = /^[a-z0-9+.-]{1,15}:\/\/([^/:?#]{1,253})/.exec(token.norm)?.[1];
  return [host === undefined ? token : { ...token, norm: host }];
}

/** Host names in the message, each once. */
export function publicHosts(message: Message): string[] {
  return [
    ...new Set(
      message.tokens
        .flatMap(hostToken)
        .map((token) => token.norm)
        .filter((norm) => isHost(norm) && !documentation.test(norm)),
    ),
  ];
}

function isHost(norm: string): boolean {
  if (norm.length > 253 || !/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z]{2,24}$/.test(norm)) return false;
  return (topLevel.test(norm) || managed.test(norm)) && !/^(?:spec|metadata|status)\./.test(norm) && norm !== 'node.js';
}

export const externalFacts: FactFinder = (message, intent) => {
  if (intent === 'concept' || intent === 'list' || intent === 'scan') return [];
  const { host, words } = findOutside(message);
  const facts: Fact[] = [];
  if (host !== undefined && words !== undefined) facts.push({ fact: 'externalHost', value: host.norm, words: host.raw });
  return facts;
};
