import { rulesFor } from './rule.ts';

const thing = String.raw`(services?|clusterips?|nodeports?|loadbalancers?|externalname|headless|ingress|gateway|endpoints?|endpointslices?|kube-proxy|coredns|selectors?|targetport|containerport|port-forward|externalips?|session-affinity|pods?|ipvs|iptables|nftables|networkpolicy|externaltrafficpolicy|internaltrafficpolicy|kubernetes|hostport|hostnetwork|dns|port|ports|metallb|service mesh|statefulsets?|topology|dual-stack|appprotocol|publishnotreadyaddresses|loadbalancerclass|allocateloadbalancernodeports|nodeport range|cluster\.local|ipfamilypolicy|clusterip|svc|proxy mode|namespaces?|grpc|deployments?|healthchecknodeport|ndots|a record|srv|cname|traefik|klipper|servicelb|labels?|annotations?|type)`;

/** What is, difference between, how does it work. */
export const conceptRules = rulesFor('concept', [
  [7, 'how (would|does|can|could|should) (one|you|people|anyone|somebody|someone)', '!named', '!own', '!failing'],
  [
    8,
    ['difference between|difference|differ|differs|differ from', 'compared (to|with)', 'in comparison|comparison|distinguish'],
  ],
  [6, String.raw`(${thing}|api|cluster|local) vs (a |an |the )?(${thing}|api|cluster|local)`],
  [4, 'vs', '!failing'],
  [
    7,
    String.raw`what (exactly |actually |really )?(is|are|does) (exactly |actually |really )?(a |an |the |this |kubernetes |all |these |that )*<1>${thing}`,
    '!failing',
  ],
  [
    6,
    'what ([a-z0-9: /-]+ )?(mean|means|stand for|stands for|do exactly|used for|good for|meant by|the point of|is for|for)',
    '!failing',
  ],
  [
    6,
    'how (exactly |actually |really )?(does|do|is|are|can) (a |an |the |kubernetes |my )*<4>(work|works|function|know|knows|decide|decides|choose|chosen|pick|picks|find|balance|balanced|distribute|distributed|route|routed|resolve|resolved|resolves|implemented|handled|assigned|allocated|discover|updated|selected|get (its|their|an ip)|loadbalance|differ|map|translate|happen|interact|relate|related|behave|propagate|elect)',
    '!failing',
  ],
  [
    6,
    [
      'how does work',
      String.raw`explain (to me |me |please )?(how|what|why|the|a|an|like|in)?( [a-z]+)? ?${thing}`,
      'explain (how|what|why|the difference|the concept|like|in)',
      'eli5',
      'in simple (terms|words)',
      'for dummies|purpose of|point of|meaning of|concept of',
      'understand (how|what|why|the|it|ing)',
      'trying to understand',
      'confused (about|by|between)',
      'learning|definition of|overview of how|what is meant|theory',
      'use case (for|of)',
      'use cases? (for|of)',
      'pros and cons|advantages?|disadvantages?',
      'benefits? (of|over)?',
      'any benefit|drawbacks?|downsides?|trade-?offs?',
    ],
    '!failing',
  ],
  [
    6,
    String.raw`(^|[;?.!,:] |so |and |but |hi |hey |hello |question )(can|may|could|does|do|is|are|will|must|should|would) (a |an |the |one |two |multiple |several |different |many |i use (a |an |the |one )?|i have |i put |you have |we have |i set |i (make|give|mix|create|change|point|choose|combine|add|get|change) (a |an |the |my )?|you use |one have |kubernetes |same |single |all )*${thing}`,
    '!failing',
    '!choosing',
  ],
  [
    3,
    String.raw`(^|[;?.!,:] |so |and |but |hi |hey |hello |question )(can|may|could|does|do|is|are|will|must) (a |an |the |one |two |multiple |several |different |many |i |you |we |kubernetes )*<1>${thing}`,
    '!failing',
  ],
  [
    5,
    [
      'is (it|there|this) (possible|allowed|required|necessary|mandatory|needed|ok|okay|a limit|any limit|a maximum|a way to know|a default|safe|normal|expected|bad practice|supported|a bug|deprecated|true|correct that)',
      '(is|are) ([a-z0-9-]+ ){1,4}(allowed|required|mandatory|deprecated|supported|optional|a process|possible|unique|namespaced|cluster-scoped|stable|guaranteed|mutable|immutable|still needed|enough|encrypted|a must|secure|necessary|better|faster|dead)',
      'is that a bug|is this a bug',
    ],
    '!choosing',
  ],
  [
    5,
    String.raw`when (should|would|do|to|is|shall|must|might) (i|you|we|one|people|a|an|use|to|it)?( [a-z]+)? ?(use|choose|pick|prefer|need|go|make sense|better|${thing})`,
    '!failing',
  ],
  [
    5,
    String.raw`why (do|does|would|is|are|can|did|should|has|have) (a |an |the |kubernetes |there |services? |one |i need |we need |you |people |anyone |all |not |only )*<2>(${thing}|limit|need|needed|use|exist|separate|recommended|necessary|different|two|both)`,
    '!own',
  ],
  [4, String.raw`why (not|do|does|is|are|would|should) <4>${thing}`, '!failing'],
  // What holds for all of a kind is how it is made, not a failure.
  [16, String.raw`why (is|are) (all |the |these |those )?${thing} (so|always|such|limited)`],
  [
    16,
    '(, |- |is (this|that|it) )?(normal|expected|intended|by design)( behaviou?r)?( or not| or a bug)? ?\\?$',
    '!serviceNamed',
    '!own',
  ],
  [
    14,
    String.raw`is (it|that|this) (normal|expected|intended|ok|okay|by design) (that|if|when) (a |an |the )?${thing}`,
    '!own',
  ],
  [12, '(allowed|possible|legal|valid|supported|required|necessary|mandatory)( or not)? \\?$', '!own', '!failing'],
  [18, 'explain why', '!own'],
  [12, '(always|every time) (land|lands|hit|hits|go|goes|get|gets) (on |to )?the same (pod|replica|backend)', '!failing'],
  [
    20,
    '(does|do|will|would|can) (deleting|removing|changing|renaming|scaling|restarting|editing|recreating|creating|adding) (a |an |the |one |my )*<1>(service|pods?|nodes?|deployment|endpoints?|ports?|selector|labels?|type)',
  ],
  [9, String.raw`^(hey |hi |so |, )*what (is|are) (a |an |the )?${thing}`, '!named'],
  [22, '(that|the|this|a) kubernetes service <3>(default|every cluster|never (made|created)|not (made|created))'],
  [9, '(can|could) (i|we|you|one) (restrict|limit|whitelist|allowlist|filter)', '!failing'],
  [
    5,
    'is it (possible|allowed|ok|okay) (to|that|for) ([a-z]+ ){0,4}(service|services|clusterip|nodeport|loadbalancer|ingress|port|ports|targetport)',
    '!named',
    '!failing',
  ],
  [
    4,
    'what (happens|would happen|will happen|range|ranges|limit|limits|is the default|is the range|are the types|types of|kinds of|ports? (range|are)|values|is the (purpose|point|meaning|use|role|maximum|max|reason|format|relation|relationship|relevance|order|lifetime|dns name))',
    '!failing',
  ],
  [
    4,
    String.raw`how (many|long|much|often|big|large|fast) <5>(${thing}|stickiness|timeout|limit|last|lasts|take|takes|default|allowed|max)`,
    '!own',
  ],
  [
    3,
    [
      'by default|in general|generally|conceptually|under the hood|behind the scenes|internally work',
      String.raw`technically|in theory|theoretically|normally|usually|in kubernetes \?|the docs|documentation`,
      'according to',
    ],
    '!failing',
  ],
  [12, ['what (does|do|is|are) ([^ ]+ ){1,7}mean', 'meaning of'], '!own'],
  [20, ['(why|can|how) <6>ping', 'ping (a |the )?(clusterip|service|services)'], '!named'],
  [
    11,
    [
      'which (one )?is (better|faster|preferred|newer|recommended)',
      '(iptables|ipvs|nftables|ebpf) (or|and|vs|mode)',
      '(or|vs) (iptables|ipvs|nftables|ebpf)',
    ],
    'field',
    '!own',
    '!failing',
    '!requirements',
  ],
  [
    3,
    [
      'which (one )?is (better|faster|preferred|newer)',
      'better than',
      'instead of a? ?(headless|clusterip|nodeport|loadbalancer)',
      'needed (at all|for)',
      'do i (pay|need|still need)',
      'do we (pay|need|still need)',
    ],
    '!own',
  ],
  [
    4,
    'does (an? |the |my )?<4>(support|supports|need|require|use|create|include|get|have|work|guarantee|balance|resolve|cost|change|survive|imply|mean|affect|expose|go through|apply|keep|preserve|consider|terminate|ever)',
    '!failing',
  ],
  [
    3,
    '(who|what) (hands out|gives out|allocates|sets|generates|creates|implements|decides|updates|watches|manages|provides|gives|answers|does the|handles|maintains|listens|populates)',
    '!failing',
  ],
  [
    8,
    [
      'limits? (of|for|on)',
      'limitations?|types of services',
      'reason to (ever )?use',
      'why (should i |would i |would you |do people |do we |to )?(use|have|bother)',
    ],
    '!named',
    '!failing',
  ],
  [14, String.raw`why (do|does|is|are|can|can not|did|should|has|have|would) (a |an |some )<2>${thing}`, '!own'],
  [8, '^(please |can you |could you )*(explain|describe|illustrate|teach me|walk me through)', '!serviceNamed', '!failing'],
  // A yes-or-no question about nothing that the person runs.
  [
    7,
    '^(question : |so |hi |hey |hello |, |quick question |btw )*(ok to|is|are|does|do(?! you (recommend|suggest))|can|could|will|would|may|must|has|have) .*',
    '!named',
    '!own',
    '!failing',
    '!requirements',
  ],
  [
    5,
    '^(question : |so |hi |hey |hello |, |quick question |btw )*(ok to|is|are|does|do(?! you (recommend|suggest))|can|could|will|would|may|must|has|have) .*',
    '!named',
    '!own',
    '!failing',
  ],
  [
    5,
    [
      'how can i tell',
      'way to (see|know|tell|find out|check|list)',
      '(does|do) <6>matter',
      'make sense to have',
      'lose the (source-ip|client-ip)',
      'mental model|how does that work|for dummies',
    ],
    '!named',
    '!failing',
  ],
  [
    8,
    [
      'why is (that|this|it)( so| the case)?',
      'i (want |would |had )?expect(ed)? (it|this|that|a|the|kubernetes|kube-proxy)',
      'did i get (that|this|it) (right|wrong)',
      'correct me if|am i (right|wrong|correct)|do i understand|is my understanding',
      'what happens (to|with|when|if)',
    ],
    '!mine',
    '!pasted',
  ],
  [6, 'difference', '!requirements', '!failing'],
  // A name that resolves here and not there: how DNS is made, not a failure.
  [
    20,
    'why (does|do|can|is|are) [^ ]+ (only )?(resolves?|works?|answers?|known|reachable) (only )?(in|inside|from|inside-cluster)( [^ ]+){0,4} (but )?not (on|from|in) (the |my |a )?(nodes?|hosts?|my-machine|outside|bastion)',
  ],
  // A question about nothing that is this person's, and no wish in it, is about how things are.
  [8, '.*', 'asks', 'field', '!requirements', '!choosing', '!mine', '!wishes', '!pasted', '!yaml', '!failing'],
  [4, '.*', 'asks', 'field', 'requirements', '!named', '!choosing', '!mine', '!wishes', '!pasted', '!yaml', '!failing'],
  [7, '.*', 'asksWhetherSo', 'field', 'failing', '!choosing', '!mine', '!wishes', '!pasted', '!yaml'],
  [4, '.*', 'asks', 'apiField', '!requirements', '!mine', '!wishes', '!pasted', '!yaml'],
  [-5, '.*', 'named', 'own', 'choosing'],
  [-5, '.*', 'serviceNamed', '!choosing'],
  [-3, 'my|our', '!choosing'],
]);
