import { word } from '../text/message.ts';

/** Words of this field: a message without one is about something else. */
export const fieldWords = word([
  'services?|clusterips?|nodeports?|loadbalancers?|externalname|headless|ingress|gateway|endpoints?',
  'endpointslices?|kube-proxy|coredns|selectors?|targetport|containerport|port-forward|externalips?',
  'externaltrafficpolicy[a-z]*|internaltrafficpolicy|session-affinity|namespaces?|inside-cluster',
  'outside-cluster|in-the-cluster|expose|exposed|exposing|port|ports|hostport|hostnetwork|metallb',
  'minikube|k3s|eks|gke|aks|dns|ips?|ipvs|iptables|nftables|networkpolicy|nlb|alb|httproute|grpc|tcp',
  'udp|sctp|http|https|tls|traffic|reachable|unreachable|reach|microservices?|connection|curl|webapp',
  String.raw`website|cluster\.local|svc|proxy|ipfamily[a-z]*|dual-stack|kube-system|static-ip|source-ip|client-ip`,
  '502|503|504|nslookup|topology|clusterip|hairpin|conntrack|appprotocol|publishnotreadyaddresses',
  'timeout|internet|hostname|address|access|rds|dns-failure|refused|unhealthy',
]);

export const kubernetesWords = word([
  'kubernetes|pods?|kubectl|namespaces?|clusterips?|nodeports?|targetport|headless|externalname',
  'endpointslices?|kube-proxy|statefulsets?|deployments?|eks|gke|aks|minikube|k3s|kind cluster|metallb',
  'inside-cluster|outside-cluster|in-the-cluster',
]);
export const manifestWords = word('yaml|yml|manifests?');

/** Words that hardly any other field uses. */
export const strongWords = word([
  'clusterips?|nodeports?|loadbalancers?|headless|endpoints?|endpointslices?|externalname|targetport',
  'kube-proxy|coredns|externalips?|ingress|port-forward|selectors?|expose|exposed|exposing',
  'externaltrafficpolicy|session-affinity',
]);

/** "when a node dies", "if the pod is not ready": nothing has failed, somebody wonders. */
export const hypothetical = new RegExp(
  word(
    '(when|if|once|in case|while|whenever) (a |an |the |one |my |our |some |all |its |their |that |it |no )*(of the )?(pods?|nodes?|containers?|replicas?|services?|backends?|endpoints?|zone|az|loadbalancer|kube-proxy|coredns|connection|instance|cluster|deployment|it|they)? ?<1>(dies?|fails?|crash(es)?|goes? down|is down|are down|is not ready|are not ready|becomes? (unready|unhealthy|unavailable)|is (unhealthy|unready|removed|deleted|lost|broken|gone|missing)|restarts?|match(es)? no[a-z]*|not ready|unreachable|is unreachable|timeout|stops?|breaks?|drops?)',
  ),
  'g',
);

/** A failure is told. */
export const failureWords = word(
  [
    'no longer (exists|there|reachable|available)|stale|outdated',
    '(returns?|returning|serves?|serving|shows?|showing|hits?|opens?) (the )?(same|wrong|another|a different|old) <1>(app|page|pod|answer|content|service|version)',
    '(reaches|reach|goes|arrives) <4>only$|only (in|from) (zone|one|node)',
    'not-working|unreachable|connection refused|connection reset|refused|refuses?|refusing|timeout',
    'dns-failure|bad gateway|service unavailable|gateway timeout|no route to host|unknown host',
    'name or service not known|temporary failure|no such host|empty reply|could not resolve',
    'host unreachable|network is unreachable|upstream|reset by peer|broken pipe|handshake',
    '502|503|504|500 errors?|404|5xx|4xx|err_[a-z_]+|econn[a-z]+|error|errors|exception',
    '[a-z]*(fails?|failing|failed|failure|failures)',
    String.raw`\d+ of \d+ (instances|targets|pods|backends|endpoints|requests)`,
    'not found|broken|broke|down|hangs?|hanging|stuck|pending|stopped|stops|dies|drops?|dropped|dropping',
    'crash|crashes|crashing|flaky|intermittent|intermittently|lost|missing|unhealthy|outage|incident',
    'misbehaving|wrong|weird|strange|unstable|slow|blocked|blackholed|black-holed|spins|loops|rejected',
    'denied|forbidden|ignored',
    'can not (be |seem to |even |get |really |always |currently |longer )*(reach|reached|access|accessed|connect|connected|resolve|resolved|ping|curl|open|opened|find|see|get|talk|telnet|hit|load|visit|call|login|be reached|query|send|reachable|join|establish)',
    '(?<!(must|should|be|may|rather|but) )not (reachable|accessible|responding|resolving|resolvable|routable|healthy|answering|available from|routed|assigned|receiving|forwarding|forwarded|matching|connecting|listening)',
    '(unable|not able|impossible|fail) to (be )?(reach|access|connect|resolve|ping|curl|open|find|get|talk|see|use|establish|visit|hit|join)',
    '(is|are) not <1>(reachable|accessible|resolving|responding|available|routing|routed|getting|working|receiving|balanced|balancing|distributed|ready|listening|connecting|healthy|exposed|found|forwarding|forwarded|coming|going|loading|answering|picking|preserved|honou?red|assigned|created|updated|visible|matching|used|open|set|showing|applied)',
    'does not <1>(respond|resolve|reach|connect|answer|get|route|return|load|open|forward|match|balance|show|appear|listen|accept|come|go|arrive|give|see|exist|find|receive|pick|have (any )?endpoints?|assign|update|register|preserve|change|seem|reply|respect|distribute|serve|start|happen|pass|let|establish|make)',
    'will not <1>(respond|resolve|connect|load|open|come|start|answer|route|get|accept|forward|work|reach|assign|go|show)',
    'nothing (happens|comes|listens|answers|loads|arrives|responds|back|works|shows|reaches)',
    'no (response|reply|answer|endpoints?|traffic|ip|externalip|luck|connection|address|backends?|active endpoints?|healthy upstream|external address|available server|pods? (match|behind))(?! (needed|required|is needed|around|at hand))',
    'zero endpoints|0 endpoints',
    String.raw`endpoints (are |is )?(: )?(empty|none|< none|0|missing|\[ \])`,
    String.raw`< none|none endpoints|empty endpoints|0 \/ \d|not ready`,
    'never (gets|arrives|reaches|returns|becomes|comes|responds|sees|receives|hits)',
    'only (sometimes|works|reachable|one (pod|replica|of the pods) gets|from the node|responds|answers|accessible)',
    'works? only',
    'half (of )?(the|of|my|our)',
    String.raw`every (~ )?\d+(th|nd|rd|st)`,
    String.raw`\d+ ?% of`,
    'every (few|second|third|couple)|every other (request|time|call|connection|query|attempt)',
    'instead of the (real|client|actual)',
    'logs? ([^ ]+ ){0,4}as (the )?(remote|client|source)',
    '(works?|ok|fine|reachable|answers?|responds?) (only )?(sometimes|occasionally|randomly|now and then|from time to time)',
    'sometimes (it |they |i |we )?(works?|slow|get|gets|not|returns?|takes)',
    'randomly|sporadic|sporadically|now and then',
    'returns? (nothing|empty|no|an? error)',
    'but not (from|on|via|with|the|in|through|for|when|by|outside|inside|to|externally)',
    '(gives|gets|got|given|has|have|shows|assigned) no (externalip|ip|address|endpoints?|answer|response)',
    'uneven|unevenly',
    'keeps? <1>(disappearing|restarting|failing|changing|dropping|dying|crashing|flapping|losing|resetting|going away|timing)',
    'disappear(s|ed)?',
    'flapping',
    'vanish(es|ed)?',
    '(shows?|returns?|gives?|lists?|gets?|prints?|resolves? to) (nothing|empty|none|no)',
    'all (the |of the |my )?(traffic|requests?|load|connections) <1>(goes?|ends?|hits?|lands?|is sent|are sent|routed|stays?) (up |only |always )*(to|on|in|at)? ?(only )?(one|a single|the same|single)',
    'even though|dead',
    'why do (i|we) (see|get)',
    'bad address|x509[^ ]*',
    'certificate is (valid|not|expired|invalid)',
    'closed|filtered|super slow|idle|nada|but never|never at',
    '(responds?|answers?|works?|reachable) from (the )?(node|master|one node|localhost)[a-z0-9-]* only',
    'why can not ([a-z0-9-]+ ){1,5}(reach|access|connect|resolve|talk|see|call|get|find|ping)',
    'although',
    'complain(s|ing)? about',
    'resets',
    'has not (got|received|been)',
    'get(s|ting)? (a |an |the )?(timeout|connection|error|empty|502|503|504|404|refused|no)',
  ].join('|'),
);

/** A way to go is asked for, or a choice. */
export const choiceWords = word(
  [
    'how (else )?(do|can|should|would|could|to|must|might|best to|am|are|shall)( else)?( i| we| you| one| people| best| properly| correctly| safely| easily| then| go about)*( [^ ;?]+){0,3} (expose|exposing|reach|access|connect|publish|open|make|let|allow|get|give|route|address|talk|call|offer|serve|use|set|configure|setup|create|provide|share|bring|point|map|forward|send|discover|find|resolve|balance|loadbalance|loadbalancer|have|show|hit|bind|consume|put|do|test|try|view|browse|keep|preserve|enable|target|secure|implement|hook|handle|achieve|run|host|add)',
    'which <2>(service|type|kind|one|option|way|approach|should|do|would|is (best|better|right|the)|to (use|pick|choose|take)|fits|of (the|these|those)|method|resource|object|solution)',
    '(?<!of )what (?!(type|kind) is (the )?service)(is )?(the )?(best|right|proper|correct|recommended|simplest|easiest|cleanest|quickest|fastest|safest|cheapest|preferred|idiomatic|usual|standard|good|sane|kind of service|type of service|service type|sort of service|service|type|kind|way|should|do i (need|use|have)|do you (recommend|suggest|advise)|would you|are my options|options|service do|service should|can i use|must i|to (use|pick|choose))',
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
    'help me (choose|decide|pick|expose)',
    'or (is|would|should) ',
    '(is|are|would) (a |an |the )?<1>(fine|ok|okay|good|enough|suitable|right|alright|correct) (for|to|when|if)',
    String.raw`next step|what next|what is next|how \\?$|proper replacement`,
    'should (the|my|our|a) <1>(service|type|deployment|pod|it|port) (be|have|use)',
    '(is|are) <6>(enough|overkill|sufficient|the right (one|choice|thing)|a good (idea|fit|choice)|the way to go|appropriate)',
    'does (that|it|this) make sense',
    'which (is|one)',
    'normal service or|or just|wdyt|what do you think',
    '(pls |please )?help (me )?choos(e|ing)',
    'trying to expose',
    'safe(st)? option',
    'best option|how else|what else|what instead',
    'alternatives? (to|for)',
    'any alternative',
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
