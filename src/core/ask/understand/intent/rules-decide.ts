import { rulesFor } from './rule.ts';

/** Which Service type, or how to expose or reach something. */
export const decideRules = rulesFor('decide', [
  [6, '(do|would|can|could) you (recommend|suggest|advise)', '!failing'],
  [6, '.*', 'choosing', '!failing'],
  [6, '.*', 'choosing', 'failing'],
  [3, '.*', 'choosing', 'own'],
  [
    3,
    '(i|we|you|they|team|customer|client|customers|devs?|developers|who) (want|need|would like|have|wish|plan|try|am trying|are trying|wants|needs|has|must|am planning|are planning|am looking|like) (to |a |for )?<3>(expose|reach|access|connect|publish|open|make|call|see|use|have|get|route|give|look|share|offer|serve|service|loadbalancer|test|show|demo|talk|send|run|host|ip|address|way|endpoint|entry)',
  ],
  [
    3,
    [
      'expose|exposing|publish|exposed to',
      'make it (available|reachable|accessible|public|internal|private)',
      'to be (reachable|accessible|available|exposed|visible|public|addressable|called|used)',
    ],
  ],
  [
    3,
    '(must|should|has to|have to|needs? to|may|shall|only|need|ought to) (only |also |not |never |be able to |be )*(reachable|reach|accessible|access|available|exposed|call|connect|talk|visible|public|private|use|resolve|see|find|addressable|hit|send|addressed|listen|receive|internal|work from|push)',
    '!failing',
  ],
  [
    2,
    [
      'quickest|fastest|easiest|simplest|cheapest|ideally|preferably|no public',
      'rather (use|not|they)',
      'without (a |an |any )?(loadbalancer|ingress|exposing|opening|cloud)',
      'instead of|debugging only',
      'just (to|for|need|want)',
      'for a (quick|short|demo)',
      'one ip|single ip|share|behind|in front of',
    ],
  ],
  [3, ['which (service|type|one|kind)', 'what (service|type|kind)'], '!failing'],
  [
    9,
    '(nodeports?|loadbalancers?|ingress|clusterips?|headless|gateway|externalname|port-forward) (vs|or) (an? |the )?(nodeport|loadbalancer|ingress|clusterip|headless|gateway|externalname|port-forward) for (my|our|an?|this|the|one)',
    '!failing',
  ],
  [
    3,
    [
      'nodeport or (loadbalancer|ingress|clusterip)',
      'loadbalancer or (ingress|nodeport|clusterip|gateway)',
      'clusterip or (headless|nodeport|loadbalancer)',
      'ingress or (loadbalancer|nodeport|gateway)',
      'headless or (clusterip|normal|regular)',
    ],
    'own',
  ],
  [
    2,
    [
      'public|worldwide|internet|outside-cluster|from outside|vpc|vpn|office|lan|inside-cluster',
      'other namespaces|other pods|external clients',
    ],
    '!failing',
  ],
  [
    4,
    '(reach|access|see|open|view|look at|connect to|get to|test|use|browse|check|debug) <5>(from|on|via|in) (my-machine|laptop|localhost|my browser|the browser|my host|host machine|browser|home|outside|outside-cluster|outside the)',
    '!failing',
  ],
  [
    5,
    'how (does|do|can|could) ([a-z-]+ ){1,4}(open|reach|access|see|get to|connect|browse|view|use) (it|this|that|the|my|our)',
    '!failing',
  ],
  [
    14,
    '^(please |can you |pls |, )*make [a-z0-9-]+ (internal|public|private|reachable|accessible|available|visible)',
    '!failing',
  ],
  [3, 'localhost : \\d+|from my-machine|on my-machine', '!failing'],
]);
