/** Words that carry no meaning in a question about Services. */
const stopWords = new Set(
  (
    'a about already an and any are as at be been but by can could do does did dont eli5 else exactly explain for from get give got had has have ' +
    'hello hey hi how i if in into is isnt it its just know kubernetes k8s let like may me mean means meaning my need of on one ' +
    'or our please really should so some tell than that the their them then there these they thing things this those to too ' +
    'understand use used using want was we were what whats when where which while who why will with work works would you your s t m re ve'
  ).split(' '),
);

/** Different words for one thing; the first is what the index holds. */
const synonyms: readonly (readonly string[])[] = [
  ['service', 'svc', 'services', 'svcs'],
  ['loadbalancer', 'lb', 'loadbalancers', 'lbs'],
  ['clusterip', 'clusterips'],
  ['nodeport', 'nodeports'],
  ['externalname', 'externalnames'],
  ['headless', 'clusteripnone'],
  ['endpointslice', 'endpointslices', 'epslice'],
  ['endpoint', 'endpoints', 'ep'],
  ['ingress', 'ingresses'],
  ['gateway', 'gateways', 'httproute', 'gatewayapi'],
  ['kubeproxy', 'proxymode'],
  ['sticky', 'stickiness', 'affinity', 'sessionaffinity', 'session'],
  ['difference', 'differences', 'differ', 'vs', 'versus', 'compared', 'compare', 'comparison', 'between'],
  ['cost', 'costs', 'pay', 'price', 'expensive', 'cheap', 'cheaper', 'charged', 'bill', 'money'],
  ['ping', 'icmp', 'pingable'],
  ['namespace', 'namespaces', 'ns'],
  ['pod', 'pods'],
  ['name', 'names', 'named', 'naming'],
  ['port', 'ports'],
  ['sourceip', 'clientip'],
  ['balancing', 'balance', 'balanced', 'balances', 'distribute', 'distributed', 'distribution', 'roundrobin'],
  ['static', 'fixed', 'permanent', 'stable'],
  ['internet', 'public', 'publicly'],
  ['address', 'addresses', 'ip', 'ips'],
  ['change', 'changing', 'changed', 'switch', 'convert', 'edit', 'modify'],
  ['selector', 'selectors', 'label', 'labels'],
  ['selectorless', 'withoutselector'],
  ['default', 'defaults'],
  ['limit', 'limits', 'max', 'maximum'],
  ['restrict', 'restricts', 'allowlist', 'whitelist'],
  ['assign', 'assigned', 'assigns', 'allocate', 'allocated', 'allocates', 'allocation'],
  ['rename', 'renaming', 'renamed'],
  ['encrypt', 'encrypted', 'encryption', 'tls', 'ssl', 'https', 'certificate', 'cert'],
  ['die', 'dies', 'died', 'crash', 'crashes', 'fails', 'failure', 'reboot', 'reboots'],
  ['choose', 'chooses', 'chosen', 'pick', 'picks', 'picked'],
  ['range', 'ranges', '30000', '32767', '3000032767'],
  ['targetport', 'targetports'],
  ['containerport', 'containerports'],
  ['portforward', 'forward', 'forwarding', 'portforwarding'],
  ['policy', 'policies'],
  ['ipv6', 'dualstack', 'ipfamily', 'ipfamilies', 'ipfamilypolicy'],
  ['statefulset', 'statefulsets', 'sts'],
  ['mesh', 'istio', 'linkerd'],
  ['zone', 'zones', 'topology', 'az', 'crosszone'],
];

const toFirst = new Map(synonyms.flatMap(([first = '', ...others]) => others.map((word) => [word, first] as const)));

/** Words that belong together although people write a space or dash between them. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/\bkinds? of\b/gu, ' '],
  [/\bcluster[\s_-]?ips?:?[\s"'`]*none\b/gu, ' headless '],
  [/\bcluster[\s_-]ip\b/gu, 'clusterip'],
  [/\bnode[\s_-]ports?\b/gu, 'nodeport'],
  [/\bload[\s_-]?balancers?\b/gu, 'loadbalancer'],
  [/\bexternal[\s_-]name\b/gu, 'externalname'],
  [/\bendpoint[\s_-]slices?\b/gu, 'endpointslice'],
  [/\bkube[\s_-]proxy\b/gu, 'kubeproxy'],
  [/\b(?:source|client)[\s_-]?ip(?:[\s_-]address)?\b/gu, 'sourceip'],
  [/\btarget[\s_-]port\b/gu, 'targetport'],
  [/\bcontainer[\s_-]port\b/gu, 'containerport'],
  [/\bport[\s_-]forward(?:ing)?\b/gu, 'portforward'],
  [/\bhost[\s_-]port\b/gu, 'hostport'],
  [/\bhost[\s_-]network\b/gu, 'hostnetwork'],
  [/\bround[\s_-]robin\b/gu, 'roundrobin'],
  [/\bdual[\s_-]stack\b/gu, 'dualstack'],
  [/\bstateful[\s_-]set\b/gu, 'statefulset'],
  [/\bservice[\s_-]mesh\b/gu, 'mesh'],
  [/\bnetwork[\s_-]polic(?:y|ies)\b/gu, 'networkpolicy'],
  [/\bwithout (?:a )?selectors?\b/gu, ' selectorless '],
  [/\bexternal[\s_-]?traffic[\s_-]?policy\b/gu, 'externaltrafficpolicy'],
  [/\binternal[\s_-]?traffic[\s_-]?policy\b/gu, 'internaltrafficpolicy'],
  [/\bexternal[\s_-]ips?\b/gu, 'externalip'],
  [/\bgateway[\s_-]api\b/gu, 'gateway'],
  [/\bcross[\s_-]namespace\b/gu, 'other namespace'],
];

const longest = 2000;

/** The words of a text that the search compares, in one spelling each. Linear in the first 2,000 characters. */
export function searchWords(text: string): readonly string[] {
  let folded = text.slice(0, longest).toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
  for (const [pattern, word] of pairs) folded = folded.replaceAll(pattern, word);
  return folded
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !/^[a-z]?$/u.test(word) && !stopWords.has(word))
    .map((word) => toFirst.get(word) ?? word);
}
