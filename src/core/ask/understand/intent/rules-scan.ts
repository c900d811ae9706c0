import { rulesFor } from './rule.ts';

/** What is broken in a namespace or the cluster. */
export const scanRules = rulesFor('scan', [
  [
    22,
    String.raw`what is (all |currently |everything )?(broken|failing|down|unhealthy|(?<!, what is )wrong|not-working|on fire|burning|red|sick|misconfigured)( in| in-the-cluster| namespace| the| our| my| right now| now| today| atm| there| here| across| on| at the moment| with (my |our |the )?(services|cluster|namespace|in-the-cluster))*( [a-z0-9-]+)?( namespace)?( cluster| please| right now)?( \?)*$`,
  ],
  [
    22,
    '^(hey |hi |so |, )*what is going on( in| with| on| the| our| my| right now| here| namespace| cluster| services)*( [a-z0-9-]+)?( ?\\?)*$',
  ],
  [
    22,
    [
      'what is broken',
      '(is )?(anything|something|everything|sth) <1>(broken|wrong|failing|down|unhealthy|ok|okay|fine|healthy|on fire|misconfigured|off|red|not-working|alright|green|odd|up)(?! with service)',
    ],
  ],
  [
    20,
    '(^|[;.!?] |please |can you |could you )(give me |(run |do )?(a )?(quick |full |short |thorough |complete )?|let us |hey |hi )(health ?check|health-check|healthchecks?|scan|audit|sanity check|check|sweep|inspect|verify|examine|triage|diagnose|lint|review|analy[sz]e)( of| on| for| over| through| me| please| the health of| health of| status of| if)*( all| every| each| my| our| the| of| these| entire| whole| across| complete)* <1>(services|cluster|namespaces?|in-the-cluster|kubernetes|everything|loadbalancers|service objects)',
  ],
  [
    20,
    [
      '(are|is) (all |any |every |our |my |the |of |some )*(services|endpoints|loadbalancers|service) <5>(ok|okay|healthy|fine|broken|up|down|unhealthy|working|running|ready|failing|reachable|misconfigured|without|alright)',
      'all services (ok|healthy|fine|up|green|working)',
    ],
    '!serviceNamed',
  ],
  [
    20,
    '(which|what|any|list|find|show|show me|find me|give me|are there|do we have|get|how many|all|list all|find all) (all |the |any |every |of |me |our |my )*<1>(services|service|loadbalancers|endpoints) <3>(matching nothing|nothing|that match|broken|down|unhealthy|failing|with no|with 0|without|have no|has no|have 0|not-working|not healthy|not ready|are not|do not|does not|in trouble|pending|misconfigured|stuck|no endpoints|with problems|problems|with errors|with issues|errors|with zero|wrong)',
    '!serviceNamed',
  ],
  [
    20,
    '(broken|unhealthy|failing|misconfigured|dead|orphaned|unused|faulty|problematic|bad) (stuff|things|ones|services|service objects|endpoints|loadbalancers)',
    '!serviceNamed',
  ],
  [
    18,
    '(any|what|all|show|list|find|known|current|open|detect|see|look for|overview of|summary of|report of|summarize|report) (the |current |service |networking |network |me )*(problems|issues|errors|misconfigurations?|trouble|faults|red flags)( in| with| on| of| across| right now| there| today)',
    '!serviceNamed',
  ],
  [
    20,
    [
      '(status|health|state|overview) (report |overview |check )?(of|for|in|on) (all |the |my |our |every |whole |entire )*<1>(services|cluster|namespaces?|in-the-cluster)',
      'cluster (health|status|check)',
      'namespace (health|status|check)',
      'how (is|are|healthy is) (the |my |our )?(cluster|services|namespace|in-the-cluster|everything)( [a-z]+)? ?(doing|looking|today)?',
      'health report|status report|morning check|full report',
    ],
    '!serviceNamed',
  ],
  [
    22,
    [
      '(do|does|have) (all|any|every|each) <2>services? ([^ ]+ ){0,6}(have|has|got) <1>endpoints?',
      '(any|some|which|what) services? <2>(with|has|have|having) (a |any )?(problems?|issues?|errors?|trouble)',
      'any services? <5>(that|which)? ?(is|are)? ?(not healthy|unhealthy|not ready|broken|failing|down|bad|in trouble|without endpoints)',
      '(find|tell|see|check|figure)( me| us)? (out )?(which|what) services? (is|are|do|does|have|has) (bad|broken|not|failing|down|unhealthy|sick|in trouble|the problem)',
    ],
  ],
  [15, '^(scan|scan -a|scan -n [a-z0-9-]+|check everything|health|status)( [a-z0-9-]+)?$'],
  [-8, ['how do i|readiness probe|liveness|yaml|health check port|health check path', 'health checks? (fail|is|of the|work)']],
]);
