import { questionRulesFor } from './rule.ts';

/**
 * What the asking clause says by itself: it decides over what the rest of the message tells. Each row is matched against
 * every clause that asks.
 */
export const questionRules = [
  ...questionRulesFor('concept', [
    [
      16,
      [
        '(is|are) (this|that|it|these) (really )?(how|the way) <3>(should|supposed|meant|intended)( to be)?',
        '^(is|are) (this|that|it) (really |actually )?(normal|expected|by design|intended|correct|a feature|supposed to be so|known)',
        '^(by design|normal|expected|intended)( behaviou?r| or not| or a bug)?$',
      ],
    ],
    [10, '^(so |and |but )*why (is|are|was) there (a|an|any|no|such)', '!mine'],
    [
      10,
      '^(so |and |but |, )*(what|which) is the (max|maximum|limit|default|range|smallest|highest|minimum|purpose|point|meaning|difference|use)',
      '!serviceNamed',
    ],
    [9, '^(so |and |but )*what (if|happens)', '!pasted'],
    [
      9,
      '^(so |and |but )*(when|how long|how often|how many|how big|how much) (do|does|is|are|will|would|can|could|may)',
      '!choosing',
    ],
    [9, '.*', 'genericQuestion', '!pasted', '!wishes'],
    [4, '.*', 'genericQuestion', '!pasted', 'wishes'],
  ]),
  ...questionRulesFor('triage', [[-7, '.*', 'genericQuestion', '!pasted', '!diagnosing']]),
  ...questionRulesFor('decide', [
    [
      6,
      String.raw`^(so |and |but )*(what (do|would|must|should|can|could) (i|we) (need|have to|do|use|pick|set up|add|change to make)|how (do|can|could|should|would) (i|we) (expose|reach|access|open|publish|do (it|that|this) (right|properly|correctly)|make (it|this|that))|which (service|type)|one <3>or one (per|for each|each).*|what is the (right|best|proper|correct) way.*)( [^ ;]+){0,6}$`,
    ],
    [
      11,
      [
        '^(so |and |but )*(which |what )?(service )?(type|kind)( [+&] [a-z]+| and [a-z]+| of service)?$',
        '(what|which) (one )?would you (choose|pick|take|use|do|suggest)',
        'what is the (trick|secret)',
        '(most |more |best |the )*(appropriate|suitable|elegant|best|right|cleanest|sanest|proper|simplest|recommended) (solution|way|approach|option|setup|practice)',
        'any leads|how would you (do|solve|set|build|expose)',
        '(do|will|would) (i|we) need (something|anything) else',
      ],
      '!apiField',
    ],
    [
      6,
      [
        '(what|which) (one )?would you (choose|pick|take|use|do|suggest)',
        '^(so |and |but )*(which |what )?(service )?(type|kind)( [+&] [a-z]+| and [a-z]+)?$',
        '(most |more |best )*(appropriate|suitable|elegant|best|right|proper) (solution|way|approach|option)',
      ],
      'apiField',
    ],
  ]),
];
