import { word, type Message } from '../text/message.ts';
import type { Symptom } from '../understanding.ts';

/** The first that fits counts: what is most particular stands first. */
const symptoms: readonly { readonly symptom: Symptom; readonly when: RegExp }[] = [
  {
    symptom: 'pending-external-ip',
    when: word([
      'pending|no externalip',
      'externalip (is |stays |shows )?< ?(none|pending)',
      'never gets an? (externalip|ip|address)',
      'error syncing loadbalancer',
      'does not get an? (externalip|ip|address)',
      'no (ip|address) assigned',
    ]),
  },
  {
    symptom: 'no-endpoints',
    when: word([
      '(no|0|zero|empty|without|none|any) (active |ready |healthy |available )?endpoints?',
      String.raw`endpoints (are |is |: |= |shows? )*(empty|< none|none|0|missing|\[)`,
      '< none endpoints',
      'no pods (match|behind)',
      '0 backends|no backends',
    ]),
  },
  {
    symptom: 'wrong-source-ip',
    when: word([
      String.raw`(client-ip|source-ip|x-forwarded-for|real ip|remote address|remote addr) ([^ ;]+ ){0,8}(instead|wrong|node|snat|lost|is always|shows|of the node|internal|missing|hidden|masked|10\.[0-9.]+|172\.[0-9.]+)`,
      '(logs?|sees?|shows?) ([^ ;]+ ){0,6}(node ip|instead of the (real|client|actual)|wrong ip)',
      '(sees?|shows?|logs?|gets?) ([^ ;]+ ){0,6}as (the )?(remote|client|source|peer)',
      'lost (the )?(client-ip|source-ip)',
      '(wrong|incorrect|not the (real|original|client)) (client-ip|source-ip|ip)',
    ]),
  },
  {
    symptom: '502-503',
    when: word([
      '502|503|504|bad gateway|service unavailable|gateway timeout|no healthy upstream',
      'upstream connect error|5xx|upstream',
    ]),
  },
  {
    symptom: 'dns-not-resolving',
    when: word([
      'dns-failure',
      '(can not|could not|unable to|does not|is not|fails to|not|failed to|cannot) (be )?(resolve|resolved|resolving)',
      'name or service not known|no such host|unknown host|temporary failure in name resolution|nslookup',
      'dns (lookup|resolution|error|timeout|fails|failure|not)',
      'bad address|name resolution',
    ]),
  },
  {
    symptom: 'intermittent',
    when: word([
      'sometimes',
      'intermittent(ly)?',
      'occasionally',
      String.raw`every (~ ?)?\d+(th|nd|rd|st)?`,
      'randomly|random|flaky',
      'sporadic(ally)?',
      'from time to time|now and then',
      'half (of )?(the|my|our)',
      String.raw`\d+ ?% of`,
      'every (few|other|second|third)',
      'once in a while|some requests|some of the',
      String.raw`1 (in|of|out of) \d+`,
      String.raw`one (in|of|out of) (\d+|two|three|four|five|ten)`,
    ]),
  },
  {
    symptom: 'connection-refused',
    when: word('refused|refuses|refusing|connection reset|econnrefused|reset by peer|rejected|empty reply'),
  },
  {
    symptom: 'timeout',
    when: word([
      'timeout|hangs?|hanging|spins',
      'no (response|reply|answer)',
      'unreachable|no route to host',
      'nothing (happens|comes|loads|arrives)',
      'does not respond|not responding',
      'can not (be |even )?(reach|reached|access|accessed|connect|open|ping|curl|load|visit|telnet)',
      '(unable|not able) to (be )?(reach|access|connect|open)',
      'is not (reachable|accessible|responding)',
      'not-working|blocked|forever|stuck|dropped|drops',
    ]),
  },
];

/** What goes wrong, in the words of someone on call; `other` when a failure is told in no known words. */
export function findSymptom(message: Message): Symptom {
  const pasted = message.sections.pasted.join(' ').toLowerCase();
  if (pasted.includes('<pending>')) return 'pending-external-ip';
  return symptoms.find((one) => one.when.test(message.canonical))?.symptom ?? 'other';
}
