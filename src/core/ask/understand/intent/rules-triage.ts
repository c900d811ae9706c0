import { rulesFor } from './rule.ts';

/** Why something does not work. */
export const triageRules = rulesFor('triage', [
  [5, '.*', 'failing'],
  [2, '.*', 'failing', 'own'],
  [3, '.*', 'failing', '!choosing'],
  [2, '.*', 'failing', 'pasted'],
  // What is told without a wish or a question is what went wrong.
  [5, '.*', 'observes', '!wishes', '!choosing', 'strong'],
  [4, '.*', 'observes', 'field', '!wishes', '!choosing', 'mine'],
  [4, '.*', 'observes', 'field', '!wishes', '!choosing', '!asks'],
  [-5, '.*', 'asksWhetherSo', '!mine', '!pasted', '!observes'],
  [
    5,
    [
      'debug (my|our|the|service|why|[a-z0-9-]*-[a-z0-9-]+)',
      'troubleshoot|triage|diagnose|root cause|investigate|find out why|figure out why|what is wrong with',
      'what went wrong',
      'what is the (problem|issue|cause) with',
    ],
  ],
  [
    4,
    'why (is|are|does|do|can|can not|could|has|did|will) (namespace|my|our|the|this|it|i|we|they|all|only|nobody|no one|there no)',
    'failing',
  ],
  [
    4,
    [
      '(how|what) (do|can|should|could|to|would|must) (i |we |you )?(fix|debug|solve|repair|check|look)',
      'what now|any idea why|any clue|what am i missing|what am i doing wrong|what are we missing',
      String.raw`please help|why\?|what could be`,
    ],
    'failing',
  ],
  [
    4,
    [
      String.raw`sev ?-?\d`,
      'p[0-3] (incident|alert|outage)',
      'incident|outage',
      String.raw`(?<!\/ )alerts?`,
      'firing|pager|pagerduty|oncall|urgent|asap',
      'prod(uction)? is down',
      'is down|are down|went down|customers are affected',
    ],
  ],
  [
    4,
    [
      'connection refused|connection reset|(?<!(tcp|udp|port|ports) )(502|503|504)|bad gateway|gateway timeout|service unavailable',
      'dns-failure|no route to host|could not resolve|name or service not known|no such host|empty reply',
      'no healthy upstream|no endpoints|0 endpoints|zero endpoints|endpoints < none|upstream connect error',
      'connection timeout|stuck pending',
      'externalip (is |stays |remains |stuck |shows |still |always )*(in )?(< )?pending',
      'pending',
    ],
    '!choosing',
  ],
  [
    3,
    [
      '(?<!(tcp|udp|port|ports) )(502|503|504)|connection refused|connection reset|dns-failure|bad gateway|no endpoints|0 endpoints',
      'pending|no route to host|timeout',
    ],
  ],
  [
    3,
    [
      String.raw`since (\d|this|yesterday|today|the|we|last|upgrad|about|a few|an hour|deploy)`,
      'after (we|i|the|a|an|upgrading|renaming|deploying|migrating|changing|adding|moving|switching|restart|deploy|helm|this|last)',
      'suddenly|used to work',
      'worked (yesterday|before|fine|until)',
      'anymore|no longer|all of a sudden|out of nowhere',
    ],
    'failing',
  ],
  [2, 'but <6>(not|no|can not|not-working|timeout|refused|fails|nothing|only|hangs|still|get|works)', 'failing'],
  [3, '(works|ok|fine|reachable|responds|good|healthy|running|ready) <6>(but|though|although|however|yet|while)', 'failing'],
  [-3, 'how (do|can|should|to|would|could) (i |we |you )?<1>(expose|connect|access|reach|make|publish|open)'],
  [
    -4,
    [
      'what do i (have to|need to) do to',
      'is this (approach|the right|the correct|correct)',
      'or must',
      'which (service|type|one)',
      'what (service|type|kind)',
      'should i use|recommend|best way|right way',
    ],
  ],
  [
    -3,
    [
      '(no|without|not a|avoid|zero|minimal) (downtime|errors?|timeout|failures?)',
      'if (a|the|one) (pod|node|container|replica|service|backend) (fails|dies|crashes|goes down|is down|is not ready)',
      'when (a|the|one) (pod|node|replica) (fails|dies|crashes|goes down|is down|is not ready)',
    ],
  ],
]);
