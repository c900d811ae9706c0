import { rulesFor } from './rule.ts';

const services =
  '(services|service objects|endpoints|loadbalancers|nodeports|clusterips|headless services|ingress|externalnames|externalips|service|svc)';
const noun = '(services|loadbalancers|nodeports|headless services|externalname|ingress)';

/** To see the Services of a namespace, or of a kind. */
export const listRules = rulesFor('list', [
  [
    22,
    'how many (of )?(our |the |my )?<1>(services|loadbalancers|nodeports|clusterips|externalnames?) <6>(are there|do (we|i) have|exist|are (running|deployed|in))',
    '!failing',
  ],
  [
    22,
    '(give|show|get|list|name|tell|print|display)( me| us)? (every|all|each)( of)?( the| our| my)? <2>(services?|nodeports?|loadbalancers?|clusterips?|externalnames?)( services?)?',
    '!failing',
  ],
  [
    15,
    String.raw`^(do we have|are there|is there|have we got|do i have) (any |some |a |an )*${noun}( [^ ]+){0,5}$`,
    '!failing',
  ],
  [
    15,
    ['^(services?|loadbalancers?|nodeports?) list( [^ ]+){0,6}$', '(which|what) services (exist|are there|run)( [^ ]+){0,5}$'],
  ],
  [
    15,
    String.raw`(list|enumerate|ls|print|dump|display)( me| us| out| all| the| every| our| my| of| only| please| up| any| just| existing| current)* <3>${services}`,
  ],
  [
    15,
    String.raw`(show|get|give|see|view|fetch|find|tell)( me| us)?( a list of| the list of| an overview of)?( all| the| every| our| my| of| only| just| existing| current| your)* <2>${noun}`,
    '!failing',
  ],
  [
    15,
    String.raw`(which|what) <1>${noun} (do we have|do i have|are (there|in|running|exposed|defined|deployed|available|of|using|public|currently)|exist|exists|run|runs|live|have|are|is|we have|in|got|use|does)`,
    '!failing',
  ],
  [14, 'how many <1>(services|loadbalancers|nodeports)( services)? (do|are|in|does|have|exist|run|we|i)', '!failing'],
  [
    14,
    [
      '(kubectl )?get (all )?(service|services)( -[a-z]| --[a-z-]+|$| in| from)',
      String.raw`^(all )?services( in| of|,? please| \?|$)`,
      '^list( [a-z-]+){0,3}$',
      String.raw`list of (all )?${services}`,
      String.raw`all ${noun} (in|of|from|please|with|across|by|that are)`,
      'inventory of services',
      'everything (of type|that is|exposed|public)',
    ],
    '!failing',
  ],
  [
    13,
    '(anything|everything|what|which|all) <4>(exposed|public|open) (to the |to |on the |from )?(internet|outside|publicly|public|outside-cluster|world)',
    '!failing',
    '!named',
  ],
  [
    16,
    [
      '^(all|every) <2>(services?|loadbalancers?|nodeports?)( [^ ]+){0,6} , ?(list|show)( please| them)*$',
      '(show me|list|show) (the )?namespace [a-z0-9-]+ <3>services?$',
    ],
  ],
  [
    -5,
    [
      'difference|yaml|how do|which should|types of services|kinds of services|what types|service types',
      'which service should',
    ],
  ],
]);
