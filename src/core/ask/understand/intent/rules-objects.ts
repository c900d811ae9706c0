import { rulesFor } from './rule.ts';

const services = String.raw`(?:services|service objects|endpoints|loadbalancers|nodeports|clusterips|headless services|ingress|externalnames|externalips|service|svc)`;
const noun = String.raw`(?:services|loadbalancers|nodeports|headless services|externalname|ingress)`;

/** To be told about one Service that exists. */
const explainRules = rulesFor('explain', [
  // A yes-or-no or which-question whose subject is a Service that is named.
  [9, '.*', 'aboutNamed', '!failing', '!choosing'],
  [9, '(?:what|which) (?:[a-z]+ ){1,2}(?:does|do|is|are) (?:the )?service [a-z0-9-]+', 'serviceNamed', '!failing'],
  [
    9,
    String.raw`can (?:[a-z-]+ ){0,3}(?:internet|outside world|outside|anyone|public|world|everybody|pods|outside-cluster) (?:[a-z-]+ ){0,3}(?:reach|access|see|call|connect|get to|talk to)|anything known about|what is (?:running |sitting |hiding )?behind`,
    'serviceNamed',
    '!failing',
  ],
  [
    11,
    String.raw`(?:what is|give me|show me|tell me|get|need|want to know|know|print) (?:the )?(?:[a-z]+ )?(?:dns name|dns|ports?|ips?|address|url|type|clusterip|externalip|endpoints?|selector|details|hostname|labels|annotations|nodeport|config|owner|name and ports)(?: and (?:the )?[a-z ]{2,20})? (?:of|for|behind)`,
    'serviceNamed',
    '!failing',
    '!choosing',
  ],
  [
    10,
    'tell me (?:more |something |all |everything )?about|describe|explain|info (?:about|on|for)|information (?:about|on|for)|details (?:about|on|of|for)|summari[sz]e|give me an overview of|walk me through|overview of|whats up with|what do you know about|more about|status of|look up|summary of',
    'serviceNamed',
    '!failing',
  ],
  [
    9,
    String.raw`what (?:is|does) (?:the )?(?:service )?[a-z0-9-]+(?: service)?(?: in [a-z0-9-]+| for| do| exactly| about)* ?\??$`,
    'serviceNamed',
    '!failing',
  ],
  [
    9,
    String.raw`what (?:is )?(?:the )?(?:type|kind|ports?|clusterip|ip|address|externalip|url|selector|endpoints?|dns name|hostname|targetport|nodeport|pods)(?: of service)? (?:[a-z0-9-]+ ){0,4}(?:of|for|is|does|has|do|are|behind|on|in)`,
    'serviceNamed',
    '!failing',
  ],
  [
    9,
    String.raw`(?:who|what|which (?:pods?|apps?|clients|ingress|workloads?|deployments?|namespaces?|things)) (?:[a-z0-9-]+ ){0,3}(?:behind|uses|use|calls|call|reach|reaches|can reach|talks to|connects to|owns|backs|serves|sits behind|points to|point to|selects|selected by|leads to|access|can access|can talk|can connect|talk to|routes to|does|can call)`,
    'serviceNamed',
    '!failing',
  ],
  [
    9,
    String.raw`where (?:does|do|is|are) (?:[a-z0-9/-]+ ){0,4}(?:point|go|route|lead|send|exposed|reachable|forward|come from|live|run)|how (?:is|are) (?:the )?(?:service )?[a-z0-9-]+(?: service)?(?: in [a-z0-9-]+| namespace)* (?:exposed|reachable|reached|accessed|accessible|published)|how (?:is|are) [a-z0-9-]+ (?:exposed|reachable|accessible)`,
    'serviceNamed',
    '!failing',
  ],
  [
    9,
    String.raw`(?:is|are) (?:the |our |my )?(?:service )?(?:\/ )?[a-z0-9-]+(?: service)?(?: in [a-z0-9-]+| namespace| from)* (?:still |already |really |currently |even |actually |also )*(?:reachable|accessible|exposed|public|internal|open|available|visible|healthy|up|headless|a loadbalancer|a nodeport|a clusterip|on the internet|externally|only)`,
    'serviceNamed',
    '!failing',
    '!choosing',
  ],
  [
    6,
    'what is behind|what is running behind|what pods|which pods|how many (?:pods|endpoints|replicas|backends)|on which port|what port|which port|which nodeport|at which address|at what address|what url|what dns',
    'serviceNamed',
    '!failing',
  ],
  [5, 'whats|what is|show me|show|get', 'serviceNamed', '!failing', '!choosing'],
  [-6, 'difference|vs|yaml|manifest|mean|means'],
]);

/** To see the Services of a namespace, or of a kind. */
const listRules = rulesFor('list', [
  [
    15,
    String.raw`^(?:services?|loadbalancers?|nodeports?) list(?: [^ ]+){0,6}$|(?:which|what) services (?:exist|are there|run)(?: [^ ]+){0,5}$`,
  ],
  [
    15,
    String.raw`(?:list|enumerate|ls|print|dump|display)(?: me| us| out| all| the| every| our| my| of| only| please| up| any| just| existing| current)* (?:[a-z0-9-]+ ){0,3}${services}`,
  ],
  [
    15,
    String.raw`(?:show|get|give|see|view|fetch|find|tell)(?: me| us)?(?: a list of| the list of| an overview of)?(?: all| the| every| our| my| of| only| just| existing| current| your)* (?:[a-z0-9-]+ ){0,2}${noun}`,
    '!failing',
  ],
  [
    15,
    String.raw`(?:which|what) (?:[a-z0-9-]+ )?${noun} (?:do we have|do i have|are (?:there|in|running|exposed|defined|deployed|available|of|using|public|currently)|exist|exists|run|runs|live|have|are|is|we have|in|got|use|does)`,
    '!failing',
  ],
  [
    14,
    String.raw`how many (?:[a-z0-9-]+ )?(?:services|loadbalancers|nodeports)(?: services)? (?:do|are|in|does|have|exist|run|we|i)`,
    '!failing',
  ],
  [
    14,
    String.raw`(?:kubectl )?get (?:all )?(?:service|services)(?: -[a-z]| --[a-z-]+|$| in| from)|^(?:all )?services(?: in| of|,? please| \?|$)|^list(?: [a-z-]+){0,3}$|list of (?:all )?${services}|all ${noun} (?:in|of|from|please|with|across|by|that are)|inventory of services|everything (?:of type|that is|exposed|public)`,
    '!failing',
  ],
  [
    13,
    String.raw`(?:anything|everything|what|which|all) (?:[a-z0-9-]+ ){0,4}(?:exposed|public|open) (?:to the |to |on the |from )?(?:internet|outside|publicly|public|outside-cluster|world)`,
    '!failing',
    '!named',
  ],
  [-5, 'difference|yaml|how do|which should|types of services|kinds of services|what types|service types|which service should'],
]);

/** What is broken in a namespace or the cluster. */
const scanRules = rulesFor('scan', [
  [
    22,
    String.raw`what is (?:all |currently |everything )?(?:broken|failing|down|unhealthy|wrong|not-working|on fire|going on|burning|red|sick|misconfigured)(?: in| namespace| the| our| my| right now| now| today| atm| there| here| across| on| at the moment| with (?:my |our |the )?(?:services|cluster|namespace|in-the-cluster))*(?: [a-z0-9-]+)?(?: namespace)?(?: cluster| please| right now)?(?: \?)*$`,
  ],
  [
    22,
    String.raw`what is broken|(?:is )?(?:anything|something|everything|sth) (?:[a-z]+ )?(?:broken|wrong|failing|down|unhealthy|ok|okay|fine|healthy|on fire|misconfigured|off|red|not-working|alright|green|odd|up)(?! with service)`,
  ],
  [
    20,
    String.raw`(?:^|[;.!?] |please |can you |could you |run a |do a |a full |a |let us |hey |hi )(?:health ?check|health-check|healthchecks?|scan|audit|sanity check|check|sweep|inspect|verify|examine|triage|diagnose|lint|review|analy[sz]e)(?: of| on| for| over| through| me| please| the health of| health of| status of| if)*(?: all| every| each| my| our| the| of| these| entire| whole| across| complete)* (?:[a-z0-9-]+ )?(?:services|cluster|namespaces?|in-the-cluster|kubernetes|everything|loadbalancers|service objects)`,
  ],
  [
    20,
    String.raw`(?:are|is) (?:all |any |every |our |my |the |of |some )*(?:services|endpoints|loadbalancers|service) (?:[a-z0-9-]+ ){0,5}(?:ok|okay|healthy|fine|broken|up|down|unhealthy|working|running|ready|failing|reachable|misconfigured|without|alright)|all services (?:ok|healthy|fine|up|green|working)`,
    '!serviceNamed',
  ],
  [
    20,
    String.raw`(?:which|what|any|list|find|show|show me|find me|give me|are there|do we have|get|how many|all|list all|find all) (?:all |the |any |every |of |me |our |my )*(?:[a-z]+ )?(?:services|service|loadbalancers|endpoints) (?:[a-z0-9-]+ ){0,3}(?:matching nothing|nothing|that match|broken|down|unhealthy|failing|with no|with 0|without|have no|has no|have 0|not-working|not healthy|not ready|are not|do not|does not|in trouble|pending|misconfigured|stuck|no endpoints|with problems|problems|with errors|with issues|errors|with zero|wrong)`,
    '!serviceNamed',
  ],
  [
    20,
    String.raw`(?:broken|unhealthy|failing|misconfigured|dead|orphaned|unused|faulty|problematic|bad) (?:stuff|things|ones|services|service objects|endpoints|loadbalancers)`,
    '!serviceNamed',
  ],
  [
    18,
    String.raw`(?:any|what|all|show|list|find|known|current|open|detect|see|look for|overview of|summary of|report of|summarize|report) (?:the |current |service |networking |network |me )*(?:problems|issues|errors|misconfigurations?|trouble|faults|red flags)(?: in| with| on| of| across| right now| there| today)`,
    '!serviceNamed',
  ],
  [
    20,
    String.raw`(?:status|health|state|overview) (?:report |overview |check )?(?:of|for|in|on) (?:all |the |my |our |every |whole |entire )*(?:[a-z0-9-]+ )?(?:services|cluster|namespaces?|in-the-cluster)|cluster (?:health|status|check)|namespace (?:health|status|check)|how (?:is|are|healthy is) (?:the |my |our )?(?:cluster|services|namespace|in-the-cluster|everything)(?: [a-z]+)? ?(?:doing|looking|today)?|health report|status report|morning check|full report`,
    '!serviceNamed',
  ],
  [15, '^(?:scan|scan -a|scan -n [a-z0-9-]+|check everything|health|status)(?: [a-z0-9-]+)?$'],
  [-8, 'how do i|readiness probe|liveness|yaml|health check port|health check path|health checks? (?:fail|is|of the|work)'],
]);

/** Whether one thing can reach another. */
const reachRules = rulesFor('reach', [
  [
    11,
    String.raw`(?<!(?:who|what|which|nobody|anyone|i|we|pods|apps|someone) )(?:can|could|is|may) (?:the |a |my |our )?(?:pods? )?(?:deployment |service |workload |pod |namespace |app )?(?:\/ )?[a-z0-9.-]+(?: pods?| deployment| service| app| namespace)? (?:in [a-z0-9-]+ |from [a-z0-9-]+ |currently |actually |still )*(?:reach|talk to|connect to|access|call|allowed to (?:reach|talk to|connect to|access|call)|able to (?:reach|talk to|connect to|access|call)) (?:the |our |my )?(?:service |deployment |pods? |database )?[a-z0-9./:-]+(?: service| pods?| deployment| database)?(?: on| in| \?| over| :|$)`,
    'serviceNamed',
    '!failing',
    '!choosing',
  ],
]);

/** Pasted manifests to be checked. */
const reviewRules = rulesFor('review', [
  [
    13,
    String.raw`review|lint|validate|proofread|is (?:this|it|my) (?:yaml |manifest |service |definition |config |spec )?(?:ok|correct|right|valid|fine|good)|does (?:this|it|my yaml) look (?:ok|right|correct|good|fine)|looks? (?:ok|good|right|correct)|what (?:do you think|is wrong with this|is wrong here)|check (?:this|my|the|it|please|that)|any (?:mistakes?|errors?|issues?|problems?|bugs?)|feedback|spot (?:the|any)|mistakes?|sanity check|see any|correct \?|right \?|thoughts|improve|double[- ]check|anything wrong`,
    'yaml',
  ],
  [
    11,
    String.raw`(?:review|lint|validate|proofread) (?:my|this|the|our|these|following) (?:[a-z]+ )?(?:yaml|manifests?|service|definition|file|spec)`,
  ],
]);

export const objectRules = [...explainRules, ...listRules, ...scanRules, ...reachRules, ...reviewRules];
