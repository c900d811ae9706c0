import { rulesFor } from './rule.ts';

/** To be told about one Service that exists. */
export const explainRules = rulesFor('explain', [
  // A yes-or-no or which-question whose subject is a Service that is named.
  [9, '.*', 'aboutNamed', '!failing', '!choosing'],
  [9, '(what|which) ([a-z]+ ){1,2}(does|do|is|are) (the )?service [a-z0-9-]+', 'serviceNamed', '!failing'],
  [
    9,
    [
      'can <3>(internet|outside world|outside|anyone|public|world|everybody|pods|outside-cluster) <3>(reach|access|see|call|connect|get to|talk to)',
      'anything known about',
      'what is (running |sitting |hiding )?behind',
    ],
    'serviceNamed',
    '!failing',
  ],
  [
    11,
    '(what is|give me|show me|tell me|get|need|want to know|know|print) (the )?<1>(dns name|dns|ports?|ips?|address|url|type|clusterip|externalip|endpoints?|selector|details|hostname|labels|annotations|nodeport|config|owner|name and ports)( and (the )?[a-z ]{2,20})? (of|for|behind)',
    'serviceNamed',
    '!failing',
    '!choosing',
  ],
  [
    10,
    [
      'tell me (more |something |all |everything )?about',
      'describe|explain',
      'info (about|on|for)',
      'information (about|on|for)',
      'details (about|on|of|for)',
      'summari[sz]e|give me an overview of|walk me through|overview of|whats up with|what do you know about',
      'more about|status of|look up|summary of',
    ],
    'serviceNamed',
    '!failing',
  ],
  [
    9,
    String.raw`what (is|does) (the )?(service )?[a-z0-9-]+( service)?( in [a-z0-9-]+| for| do| exactly| about)* ?\??$`,
    'serviceNamed',
    '!failing',
  ],
  [
    9,
    'what (is )?(the )?(type|kind|ports?|clusterip|ip|address|externalip|url|selector|endpoints?|dns name|hostname|targetport|nodeport|pods)( of service)? <4>(of|for|is|does|has|do|are|behind|on|in)',
    'serviceNamed',
    '!failing',
  ],
  [
    9,
    '(who|what|which (pods?|apps?|clients|ingress|workloads?|deployments?|namespaces?|things)) <3>(behind|uses|use|calls|call|reach|reaches|can reach|talks to|connects to|owns|backs|serves|sits behind|points to|point to|selects|selected by|leads to|access|can access|can talk|can connect|talk to|routes to|does|can call)',
    'serviceNamed',
    '!failing',
  ],
  [
    9,
    [
      'where (does|do|is|are) ([a-z0-9/-]+ ){0,4}(point|go|route|lead|send|exposed|reachable|forward|come from|live|run)',
      'how (is|are) (the )?(service )?[a-z0-9-]+( service)?( in [a-z0-9-]+| namespace)* (exposed|reachable|reached|accessed|accessible|published)',
      'how (is|are) [a-z0-9-]+ (exposed|reachable|accessible)',
    ],
    'serviceNamed',
    '!failing',
  ],
  [
    9,
    String.raw`(is|are) (the |our |my )?(service )?(\/ )?[a-z0-9-]+( service)?( in [a-z0-9-]+| namespace| from)* (still |already |really |currently |even |actually |also )*(reachable|accessible|exposed|public|internal|open|available|visible|healthy|up|headless|a loadbalancer|a nodeport|a clusterip|on the internet|externally|only)`,
    'serviceNamed',
    '!failing',
    '!choosing',
  ],
  // The whole message asks whether it can be reached: that is about what is there, not about how to change it.
  [
    12,
    String.raw`^(is|are) (the |our |my )?(service )?[a-z0-9-]+( service)?( in [a-z0-9-]+)? (already |also |really |currently )*(reachable|accessible|exposed|open|visible|available) (from|to|on|in) [a-z -]+\??$`,
    'named',
    '!failing',
  ],
  [
    6,
    [
      'what is behind|what is running behind|what pods|which pods',
      'how many (pods|endpoints|replicas|backends)',
      'on which port|what port|which port|which nodeport|at which address|at what address|what url|what dns',
    ],
    'serviceNamed',
    '!failing',
  ],
  [5, 'whats|what is|show me|show|get', 'serviceNamed', '!failing', '!choosing'],
  [
    14,
    '(what is|tell me|explain|know|wonder|remember|idea) <3>(point|purpose|role|job|use|idea|reason|deal|story) (of|with|for|behind) (the |our |my |this )?(service|deployment|loadbalancer|nodeport) (?!mesh|type|types|account|discovery|in|of|and)[a-z0-9-]+',
    'serviceNamed',
  ],
  [
    14,
    [
      '(can you |could you |please )*(explain|describe) (the |our |my )?service (?!mesh|type|types|account|discovery|vs|and|or|names?|ports?)[a-z0-9-]+',
      '(which|what) (type|ports?|kind)( and (ports?|type|selector|address))* (does|do|is|has) (it|this|that)( have| use)?',
      'what is (the )?service [a-z0-9-]+ ([^ ;?]+ ){0,5}for',
    ],
    'serviceNamed',
    '!failing',
  ],
  // "explain kube-dns in kube-system": a thing and its namespace.
  [
    16,
    '^(please |can you |could you |, )*(explain|describe) (the )?(service )?[a-z0-9-]+( service)? (in|from) (the )?(namespace )?(?!simple|simpler|short|detail|details|plain|easy|layman|general|one|two|a|the|english|kubernetes|terms|words|depth|other|own|in-the-cluster)[a-z0-9-]+',
    '!failing',
  ],
  [-6, 'difference|vs|yaml|manifest|mean|means'],
]);
