import type { AppProtocol } from '../../asked-facts.ts';
import { find, word } from '../text/message.ts';
import { oneOrMore, type FactFinder } from './fact.ts';

const no = '(no|not|non|without|is not|never|does not speak|instead of|other than)';

const spoken: readonly { readonly protocol: AppProtocol; readonly when: RegExp; readonly unless?: RegExp }[] = [
  { protocol: 'gRPC', when: word('grpc|grpcs|grpc-web|g rpc|protobuf rpc'), unless: word(`${no} grpc`) },
  {
    protocol: 'HTTP',
    when: word(
      // A status ("HTTP 502") tells of an answer, not of what is asked for.
      [
        String.raw`(?<!(named|called|targetport|name|name :|targetport :|appprotocol :) )https?(?! ([45]\d\d|status|error|code|\/ 1\.1 [45]))`,
        'websites?|webapp',
        'rest(ful)? (api|apis|service|endpoint|backend|interface)',
        String.raw`http2|http\/2|h2c|graphql`,
        'web (page|pages|shop|traffic|portal)',
        'websockets?|landing page|homepage',
      ],
    ),
    unless: word(String.raw`(${no} https?|non-http|plain tcp|raw tcp|not web)`),
  },
  {
    protocol: 'UDP',
    when: word(String.raw`udp|quic|dtls|rtp|tftp|radius|sip over udp|snmp`),
    unless: word(`${no} udp|non-udp`),
  },
  { protocol: 'SCTP', when: word('sctp|diameter over sctp'), unless: word(`${no} sctp`) },
  { protocol: 'TCP', when: word('tcp'), unless: word(`${no} tcp|tcp ?\\/ ?ip|tcp-keepalive`) },
];

export const protocolFacts: FactFinder = (message, intent) => {
  if (intent === 'scan' || intent === 'list' || intent === 'concept') return [];
  const found = spoken.flatMap(({ protocol, when, unless }) => {
    if (unless?.test(message.canonical)) return [];
    // In a failing Service, HTTP and TCP are the scene, not a requirement.
    if ((intent === 'triage' || intent === 'explain') && (protocol === 'HTTP' || protocol === 'TCP')) return [];
    const hit = find(message, when);
    return hit === undefined ? [] : [{ protocol, words: hit.words }];
  });
  const value = oneOrMore(found.map((one) => one.protocol).filter((one, _, all) => one !== 'HTTP' || !all.includes('gRPC')));
  return value === undefined ? [] : [{ fact: 'protocol', value, words: found.map((one) => one.words).join(', ') }];
};
