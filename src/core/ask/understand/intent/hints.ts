import type { Understanding } from '../understanding.ts';
import { word, type Message } from '../text/message.ts';

const shortLook = word([
  String.raw`localhost : \d+`,
  '(just|only|quick|quickly|short|brief|temporary|temporarily|one-off|once) <3>(look|peek|debug|debugging|check|test it|see|access for me|for me|for debugging|myself|want to see|glance)',
  'debugging (only|session|purposes)|temporarily',
  String.raw`\d+ ?(min|mins|minutes?|sec|seconds?) (look|peek|check|glance)|(one|a|1|quick|short) (look|peek|glance)|then gone`,
  'for a quick look|just a look',
  'for debugging',
  'debug (it |this )?(from|on|with|via) my-machine',
  'from my-machine|on my-machine|to my-machine|my browser',
  String.raw`for (a|an|a few|some|five|ten|two|\d+) (quick )?(minutes?|mins?|moments?|seconds?|quick look|short time|secs?)`,
  'no permanent (exposure|service|access)|(nothing|anything|something) permanent',
  'only (i|me|for me|for myself)',
  'peek|only for myself|just me|one developer|a developer needs|pgadmin|dbeaver|datagrip|psql from',
  'redis-cli from|mongosh from|compass',
  'run a (query|migration|few queries)',
]);
const noLoadBalancer = word([
  '(no|without|lack|does not have|has no|have no|has not|is no|not have|there is not|no cloud|can not (use|get|have)) (a |an |any |the |real |external |cloud )*(loadbalancer|metallb|cloud provider|cloud)',
  'loadbalancers? (is |are )?(not available|unavailable|not supported|not possible)',
  'bare-metal|raspberry-pi|home ?lab',
  'cheapest|for free|no extra costs?|costs? nothing|without paying',
]);
const mustBePrivate = word([
  '(not|no|never|must not|without|nobody) <5>(internet|public|publicly|outside world)',
  'vpc|vnet|vpn|office|intranet|lan|internal[- ]only|private|internal network|company network',
  'corporate network|internal loadbalancer|internal nlb|employees|colleagues',
]);
/** Staff that is somewhere else comes in over the internet. */
const workingFromHome = new RegExp(
  word('(employees|colleagues|staff|coworkers) ([^ ;?]+ ){0,4}from (their |his |her )?(homes?|anywhere|abroad)'),
  'g',
);
const sharedEntry = word([
  '(cost|costs|expensive|cheap|cheaper|save money|budget|bill|pay) <6>loadbalancers?',
  'loadbalancers? ([a-z0-9,-]+ ){0,6}(too expensive|expensive|cost|costs|money|bill|pay)',
  String.raw`one (loadbalancer|ip|entry point|entry|domain|address|hostname) for (all|many|several|multiple|every|both|\d+)`,
  '(single|same|one|shared) (loadbalancer|ip|entry ?point|alb|domain|externalip)',
  'share (a|one|the) (loadbalancer|ip)',
  'too many loadbalancers',
  '(elbs?|nlbs?|albs?|loadbalancers?|lbs?) ([^ ;?]+ ){0,10}(be|into|to|just) (one|a single|the same)',
  'loadbalancers? for (every|each)|(every|each) <2>(own|separate|its|another) <1>loadbalancers?',
  'each (service )?(gets|has|needs|with) (its|their) own loadbalancer',
]);
const stickySessions = word([
  'sticky|stickiness|session-affinity|session stickiness|stick to (the|a|one) same',
  '(same|one) (user|client|session|visitor|caller)s? <3>(always|back|every time|again|must|should|needs?|has to|stays?|land|hit|go|goes) <4>(same|one) (pod|replica|instance|backend|server)',
  'sessions? (in memory|in-memory|kept in memory|are in memory|live in memory|in the pod)',
]);
const followUp = word(
  '^(and|and what|what if|what about|how about|but|then|ok|so|why not|why|make it|make that|same for|same but|instead|also|or|actually|no,?|yes|now|with|without|use|only|just|yaml|manifest)( |$)([^ ]+( |$)){0,8}$',
);

type Hints = Pick<
  Understanding,
  'shortLook' | 'noLoadBalancer' | 'mustBePrivate' | 'sharedEntry' | 'stickySessions' | 'followUp'
>;

/** Small things between the lines that move a decision. */
export function findHints({ canonical }: Message): Hints {
  return {
    shortLook: shortLook.test(canonical),
    noLoadBalancer: noLoadBalancer.test(canonical),
    mustBePrivate: mustBePrivate.test(canonical.replace(workingFromHome, 'they')),
    sharedEntry: sharedEntry.test(canonical),
    stickySessions: stickySessions.test(canonical),
    followUp: followUp.test(canonical),
  };
}
