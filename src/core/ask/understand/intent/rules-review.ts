import { rulesFor } from './rule.ts';

/** Pasted manifests to be checked. */
export const reviewRules = rulesFor('review', [
  [
    13,
    [
      'review|lint|validate|proofread',
      'is (this|it|my) (yaml |manifest |service |definition |config |spec )?(ok|correct|right|valid|fine|good)',
      'does (this|it|my yaml) look (ok|right|correct|good|fine)',
      'looks? (ok|good|right|correct)',
      'what (do you think|is wrong with this|is wrong here)',
      'check (this|my|the|it|please|that)',
      'any (mistakes?|errors?|issues?|problems?|bugs?)',
      'feedback',
      'spot (the|any)',
      String.raw`mistakes?|sanity check|see any|correct \?|right \?|thoughts|improve|double[- ]check|anything wrong`,
    ],
    'yaml',
  ],
  [11, '(review|lint|validate|proofread) (my|this|the|our|these|following) <1>(yaml|manifests?|service|definition|file|spec)'],
]);
