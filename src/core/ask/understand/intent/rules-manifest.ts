import { rulesFor } from './rule.ts';

const kinds =
  '(services?|clusterip|nodeport|loadbalancer|externalname|headless|ingress|manifests?|yamls?|yml|httproute|endpointslices?|template|definition|gateway|spec|snippet)';
const make =
  '(make|gen|spin up|create|generate|write|give|draft|build|produce|craft|spit out|output|prepare|provide|render|scaffold|compose|cook up|whip up|send|show|print|get|paste|need|want|post)';

/** To be given YAML. */
export const manifestRules = rulesFor('manifest', [
  [
    10,
    '((?<!-o |no |not |without |same )(yaml|yml)|(?<!no |without )manifests?|kubectl expose command|service definition|service spec|resource definition)( file| snippet| please| for| to| that| of| with| example)?',
    '!failing',
    '!yaml',
  ],
  [
    9,
    String.raw`^(hey |hi |hello |please |can you |could you |would you |pls |ok |so |, |now |and |will you |kindly |quick |i need you to |i want you to |then )*${make}( me| us| a| an| the| up| please| some| my| our| out| one| example| sample| simple| basic| minimal| valid| new| starter| complete| full| internal| private| public| two| matching| quick)* <2>${kinds}`,
    '!failing',
  ],
  [5, String.raw`${make} (me |us )(a |an |the |some |up )*<3>${kinds}`, '!failing'],
  [
    5,
    String.raw`(service|clusterip|nodeport|loadbalancer|headless|externalname|headless service|service without (a )?selectors?|selectorless service) (\+|and|plus|with|&) (an? )?(endpointslices?|endpoints?|ingress|httproute|deployment) <1>(for|on|to|with|:|at)`,
    '!failing',
    '!choosing',
  ],
  [
    5,
    [
      String.raw`(example|sample|template|boilerplate|snippet|starter|skeleton) (of |for |[a-z]+ )*${kinds}`,
      String.raw`${kinds} (example|sample|template|boilerplate|snippet|skeleton)`,
    ],
    '!failing',
  ],
  [
    4,
    'i (want|need) (a |an |the |some )?<2>(service|nodeport|loadbalancer|clusterip|externalname|headless|ingress)( service| one| type)? (for|named|called|on|in|with|that|:|listening|exposing|pointing|selecting)',
    '!failing',
    '!choosing',
  ],
  [
    4,
    '^(yaml|yml|manifest|headless|nodeport|clusterip|loadbalancer|externalname|internal loadbalancer)( service)? (:|for|please|-|to|pls)',
    '!failing',
    '!choosing',
  ],
  [
    -5,
    '(my|our|this|the|following|below|here is (my|the)|attached|above) <1>(yaml|manifest|spec|definition)( is| looks| below| here| :)',
  ],
  [12, '(give|send|show|get) (me |us )?(the|a|that) file', 'strong', '!failing'],
  [8, 'spit out|write (me )?the file|as (a )?file', '!failing'],
  [-3, ['difference', '(?<!care |matter )which (one|type|service)', 'should i use']],
]);
