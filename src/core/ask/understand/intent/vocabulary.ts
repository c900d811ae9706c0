import { apiFields } from '../data/api-words.ts';
import { word } from '../text/message.ts';

/** Words of this field: a message without one is about something else. */
export const fieldWords = word([
  `(?:spec\\.|service\\.spec\\.)?(?:${apiFields})`,
  'services?|clusterips?|nodeports?|loadbalancers?|externalname|headless|ingress|gateway|endpoints?',
  'endpointslices?|kube-proxy|coredns|selectors?|targetport|containerport|port-forward|externalips?',
  'externaltrafficpolicy[a-z]*|internaltrafficpolicy|session-affinity|namespaces?|inside-cluster',
  'outside-cluster|in-the-cluster|expose|exposed|exposing|port|ports|hostport|hostnetwork|metallb',
  'minikube|k3s|eks|gke|aks|dns|ips?|ipvs|iptables|nftables|networkpolicy|nlb|alb|httproute|grpc|tcp',
  'udp|sctp|http|https|tls|traffic|reachable|unreachable|reach|microservices?|connection|curl|webapp',
  String.raw`website|cluster\.local|svc|proxy|ipfamily[a-z]*|dual-stack|kube-system|static-ip|source-ip|client-ip`,
  '502|503|504|nslookup|topology|clusterip|hairpin|conntrack|appprotocol|publishnotreadyaddresses',
  'timeout|internet|hostname|addresses|address|access|rds|dns-failure|refused|unhealthy|upstream',
  '(same|specific|certain|another|different|right|which|what) (pods?|replicas?|backends?)|(redis-cli|psql|mongosh|pgadmin|dbeaver) <3>my-machine|spec\\.[a-z]+',
  'in front of|behind|round robin|exposure|browsers?|connect <4>(to|from|on)',
  'what (do|should|would) i (pick|choose|use|take) for (my|our|this) <2>(app|apps|application|site|api|backend|frontend|deployment|pods?|container|workload)',
  '(share|expose|publish|open|show|access|reach|serve|host) (my|our|the|an?) <1>(apps?|application|api|site|ui|dashboard|deployments?|pods?|container|game|server|backend|frontend)',
]);

export const kubernetesWords = word([
  'kubernetes|pods?|kubectl|namespaces?|clusterips?|nodeports?|targetport|headless|externalname',
  'endpointslices?|kube-proxy|statefulsets?|deployments?|eks|gke|aks|minikube|k3s|kind cluster|metallb',
  'inside-cluster|outside-cluster|in-the-cluster',
]);
export const manifestWords = word('(?<!-o |no |not |without |same )(?:yaml|yml)|(?<!no |without )manifests?');

/** A field or value of the API is named. */
export const apiFieldWords = word(`(?:spec\\.|service\\.spec\\.)?(?:${apiFields})`);

/** Words that hardly any other field uses. */
export const strongWords = word([
  'clusterips?|nodeports?|loadbalancers?|headless|endpoints?|endpointslices?|externalname|targetport',
  'kube-proxy|coredns|externalips?|ingress|port-forward|selectors?|expose|exposed|exposing',
  'externaltrafficpolicy|session-affinity',
  `(?:spec\\.|service\\.spec\\.)?(?:${apiFields})`,
]);

/** A way to go is asked for, or a choice. */
export const choiceWords = word(
  [
    'how (else )?(do|can|should|would|could|to|must|might|best to|am|are|shall)( else)?( i| we| you| one| people| best| properly| correctly| safely| easily| then| go about)*( [^ ;?]+){0,3} (expose|exposing|reach|access|connect|publish|open|make|let|allow|get|give|route|address|talk|call|offer|serve|use|set|configure|setup|create|provide|share|bring|point|map|forward|send|discover|find|resolve|balance|loadbalance|loadbalancer|have|show|hit|bind|consume|put|do|test|try|view|browse|keep|preserve|enable|target|secure|implement|hook|handle|achieve|run|host|add)',
    '(?<!care |matter |whatever |know )which (?!(?:type (?:and|does|is|has)|ports?|pods?|ips?|address(?:es)?|namespaces?|nodes?|endpoints?|labels?|selectors?|apps?|clients?|hosts?|version|header|field) )<2>(service|type|kind|option|way|approach|should|would|is (best|better|right)|to (use|pick|choose|take)|fits|of (the|these|those)|method|resource|object|solution)',
    'which one (?!(?:do|does|did|is|are|was|will|gets?|has|wins|applies|comes) (?!i |we |you |best|better|right|recommended|preferred))',
    'one (service|loadbalancer|nodeport|ip|ingress)? ?for (all|everything|each|every) or (one|a)|one <3>or one (per|for each|for every|each)',
    '(?<!of )what (?!(type|kind) is (the )?service|is service )(is )?(the )?(best|right|proper|correct|recommended|simplest|easiest|cleanest|quickest|fastest|safest|cheapest|preferred|idiomatic|usual|standard|good|sane|kind of service|type of service|service type|sort of service|service|type|kind|way|should|do i (need|use|have)|do you (recommend|suggest|advise)|would you|are my options|options|service do|service should|can i use|must i|to (use|pick|choose))',
    '(best|right|proper|correct|recommended|easiest|simplest|quickest|cheapest|safest|cleanest|fastest|good|better|preferred|standard|idiomatic) <1>(way|practice|practices|approach|option|choice|type|service|solution|method|pattern|setup)',
    'should (i|we|it|this|that) <1>(use|go|be|pick|choose|take|expose|create|make|have|switch|put|set|run|do|opt|add|keep)',
    'what should',
    'recommend(ed|ation|ations|s)?',
    'suggest(ion|ions)?',
    'advice|advise',
    'is (this|that|it) (approach|way|setup)? ?(correct|right|ok|a good|the right|the best|safe)',
    'any (ideas?|suggestions|recommendation|advice|way) (how|on|for|to)',
    'way to (expose|reach|access|connect|publish|open|make|let|get|do|have|route|give|see|look|view|show)',
    'is there (a|any|some) <1>(way|option|possibility|method|trick) (how|to (expose|reach|access|connect|publish|open|make|let|get|route|do|give|have|use|keep|share)|for|of (exposing|reaching|accessing|making|doing|connecting))',
    'what (do|would|must|shall) i (need|have|do|use|pick|choose|put)',
    'do i (need|want|have to use|use|go|really need) (an? )?<1>(loadbalancer|nodeport|ingress|clusterip|headless|service|externalname|gateway|port-forward)',
    'options (for|to|do)',
    'do (i|we) (really |actually |even )?(have|need) to (patch|change|set|expose|use|create|make|install|open|put|buy|pay)',
    'do (i|we) need (something|anything) else|what services? should (there )?(be|i|we)|(will|would|does|can) (a |an )?(nodeport|loadbalancer|clusterip|ingress|headless|externalname|port-forward|gateway) (do|suffice|work for (me|us|this))|(can|could) (i|we|they|it) (share|alias)',
    'help me (choose|decide|pick|expose)',
    'or (is|would|should) ',
    '(is|are|would) (a |an |the )?<1>(fine|ok|okay|good|enough|suitable|right|alright|correct) (for|to|when|if)',
    String.raw`(, |; |- )how( ?\?| exactly| then)*$`,
    '(nodeports?|loadbalancers?|clusterips?|ingress|headless|externalname|gateway|port-forward) (ok|okay|fine|enough|right|good|overkill|sufficient)( then| for that| for this| here)?( \\?)*$',
    String.raw`(which |what |a )?service for (that|this|it|these|those|them|([a-z0-9-]+ ){1,4})( ?\?)+$`,
    String.raw`next step|what next|what is next|how \\?$|proper replacement`,
    'should (the|my|our|a) <1>(service|type|deployment|pod|it|port) (be|have|use)',
    '(is|are) <1>(that|this|it|nodeports?|loadbalancers?|clusterips?|ingress|headless|externalname|port-forward|gateway|service|gateway api) <5>(enough|overkill|sufficient|the right (one|choice|thing)|a good (idea|fit|choice)|the way to go|appropriate)',
    '(is|are) <6>(the right (one|choice|thing)|a good (idea|fit|choice)|the way to go|overkill)',
    'does (that|it|this) make sense',
    'which is',
    'normal service or|or just|wdyt|what do you think',
    '(pls |please )?help (me )?choos(e|ing)',
    'trying to expose',
    'safe(st)? option',
    'best option|how else|what else|what instead',
    'alternatives? (to|for)',
    'any alternative',
    String.raw`alternatives? \?`,
  ].join('|'),
);

/** Somebody wants to find the cause: then a "how" asks for a diagnosis, not for a way to go. */
export const diagnoseWords = word([
  'debug|debugging a|troubleshoot|troubleshooting|diagnose|diagnosis|investigate|root cause',
  'find out why|figure out why|what is wrong|what went wrong',
  'what is the (problem|issue|cause|reason)',
  'why (is|are|does|do|can|could|would|has|did) (my|our|the|this|it|i|we|they|all|only|[a-z0-9-]*-[a-z0-9-]+)',
  'how (do|can|should|could|to|would) (i |we |you )?(fix|debug|solve|resolve this|repair|troubleshoot|find out|diagnose)',
  'what (should|can|do|could) (i|we) check',
  'where (do|should|to) (i |we )?(look|start)',
  'what now|any idea why|any clue',
  'what am i (missing|doing wrong)',
  'what are we missing',
  'fix (it|this|that)',
  'what gives|please help',
  'help( me)? (fix|debug|understand why)',
  'what could (be|cause)',
  String.raw`what causes|what else|is it because|why\b`,
]);
