import { find, word } from '../text/message.ts';
import { findOutside, publicHosts } from './external.ts';
import type { Fact, FactFinder } from './fact.ts';

/** Requirements that are true or not said: each with the words that state it and those that take it back. */
const wishes: readonly {
  readonly fact: 'tls' | 'http-routing' | 'staticIp' | 'clientIp';
  readonly when: RegExp;
  readonly unless?: RegExp;
}[] = [
  {
    fact: 'tls',
    when: word('tls|https|tls-[a-z]+|[a-z]+-tls|ssl|certs?|certificates?|cert-manager|letsencrypt|mtls|wss'),
    unless: word('(no|without|not|plain) (tls|https|ssl|certs?|certificates?)'),
  },
  {
    fact: 'http-routing',
    when: word(
      [
        String.raw`(several|multiple|many|different|two|three|four|five|six|\d{1,3}|both|various|all|more|host|few|lots of) <2>(hostnames|hosts|domains|subdomains|paths|websites|website|microservices http|http microservices|sites|vhosts|http services|http apps|http apis|web apps|webapp|frontends|virtual hosts|rest apis|urls)`,
        String.raw`(several|multiple|many|two|three|four|five|six|\d{1,3}) <2>(services|apps|apis|applications|deployments|sites|teams|domains) (which |that |,)?<1>(each|with its own|all) <4>(hostname|hostnames|host|domain|subdomain|https|url|cert|certificate)`,
        'each <6>(under |with )?(its|their) own (hostname|host|domain|subdomain)',
        String.raw`\/ ?[a-z0-9-]+ (to|->|goes to) (service )?[a-z0-9-]+( [^ ;?]+){0,4} (everything else|the rest|rest|all else)`,
        'path-based|host-based|name-based|header-based',
        '(path|host|url) based',
        '(route|routing|routed|split|distinguish) <3>by (path|host|hostname|subdomain|url|domain)',
        'path routing|host routing|url routing|virtual hosts?|subdomains',
        'wildcard (domain|dns|subdomain)',
        'path prefix',
        'per (host|path|domain|tenant domain)',
        '(branch|feature|preview|review) (deployments|environments|apps)',
        'wildcard',
        'route ([a-z0-9/-]+ ){0,4}(paths?|hosts?|to different)',
        String.raw`\/ ?[a-z0-9-]+ (goes to |to |and |-> |, |on )?<1>(and |, )?\/( [a-z0-9-]+|$)`,
        String.raw`(several|multiple|many|all|\d{1,3}|two|three|four|dozen|few|dozens of) (of )?(our |my |the )?<2>(apps|services|microservices|apis|applications|teams|backends) <5>(one|single|same|a single|shared|behind) <2>(loadbalancer|ip|domain|hostname|entry|entrypoint|address|host|alb|url|externalip|public)`,
        String.raw`(one|single|same|shared) <2>(loadbalancer|ip|domain|hostname|entry ?point|address|alb|host) <3>(for|in front of|shared by|across) (all|several|multiple|many|\d{1,3}|our|two|three|both) <2>(apps|services|microservices|apis|applications|backends|websites|hosts|hostnames|teams)`,
      ].join('|'),
    ),
  },
  {
    fact: 'staticIp',
    when: word([
      'static-ip',
      '(fixed|static|stable|permanent|constant|reserved|dedicated|same|elastic|predictable|known|one|unchanging) ([a-z/-]+ ){0,3}(ip|ips|ip address|externalip|public ip|address for dns|ip addresses)',
      '(ip|address) ([^ ;?]+ ){0,9}(never|must not|can not|will not|may not) (ever )?(change|move)',
      '(ip|address|it) ([^ ;?]+ ){0,4}(hard-?coded|burned into|baked into|burnt into|fixed in the firmware)',
      String.raw`(get|gets|have|has|use|uses|keep|keeps|need|needs|wants?|give it|be) (the |a |an |this |its |our )*(internal |private |static |fixed |external |public )*(address|ip|externalip|loadbalancerip) (\d{1,3}\.){3}\d{1,3}`,
      String.raw`(has to|must|should|needs to) (always )?be (always )?(\d{1,3}\.){3}\d{1,3}`,
      'ip <3>(must not|should not|never|does not|will not|can not|to not|not) change',
      'ip (must|has to|should|needs to|to) (stay|remain|be (fixed|static|stable|the same|reserved))',
      'keep(s|ing)? (the |its |one |our |this )?(same )?(externalip|ip|address)',
      'reserve(d)? (an |a |the )?<1>(ip|address)',
      '(whitelist|allowlist|allow-list|white-list)(s|ed|ing)? <3>(ip|ips|address)',
      'loadbalancerip|elastic ip|eip|spf|a record',
    ]),
  },
  {
    fact: 'clientIp',
    when: word([
      '(see|need|needs|preserve|preserves|preserving|keep|keeps|real|log|logs|know|original|get|true|actual|show|shows|retain|want|wants|requires?|visible|lose|losing|lost|correct|wrong|read|rate limit by|by) <4>(client-ip|source-ip|remote address|caller address|callers address|peer address|client addresses|source address|visitor ip|user ip|ip of the (client|caller|user|visitor)s?|users ip|callers ip|customer ip)',
      '(client-ip|source-ip|caller address|remote address) <5>(preserved|visible|kept|needed|required|must|rewritten|lost|matters|important|snat|instead|needs|shows|is always|hidden|masked|wrong|missing)',
      '(real|true|actual|original|genuine) <1>(ip|ips|address|addresses)|x-forwarded-for|proxy protocol',
      '(as|the) (remote|client|source|peer) (addr|address|ip)|x-real-ip',
      '(sender|caller|visitor|player|user|peer|viewer|subscriber)s?( own| real| true)? (ip|address)',
      String.raw`(logs?|sees?|shows?|says|records?|reports?|prints?) ([^ ;?]+ ){0,5}(10|172|192)\.[0-9.]+`,
      '(node|proxy|gateway|pod|internal)s? (ip|address) (but not|instead of|not) (the )?(real |actual )?(client|client-ip|source|source-ip|caller|visitor|user)',
      '(know|see|tell|identify|log) (which|what|who) <1>(device|client|caller|user|sender|visitor)s?',
      '(who|where) the (request|traffic) (really )?comes from',
      '(client|caller) addresses? (visible|preserved|must)',
      'externaltrafficpolicy[ :]+local|no snat|without snat|not snat',
    ]),
    unless: word('session-affinity'),
  },
];

export const wishFacts: FactFinder = (message, intent) => {
  if (!['decide', 'manifest', 'triage'].includes(intent)) return [];
  return wishes.flatMap(({ fact, when, unless }): Fact[] => {
    // A failing certificate is a symptom, not a wish.
    if (intent === 'triage' && fact !== 'clientIp') return [];
    if (unless?.test(message.canonical)) return [];
    const hit = find(message, when);
    if (hit !== undefined) return [{ fact, value: true, words: hit.words }];
    const secure = fact === 'tls' ? message.tokens.find((token) => token.norm.startsWith('https://')) : undefined;
    if (secure !== undefined && findOutside(message).words === undefined) return [{ fact, value: true, words: secure.raw }];
    const hosts = fact === 'http-routing' && findOutside(message).words === undefined ? publicHosts(message) : [];
    return hosts.length > 1 ? [{ fact, value: true, words: hosts.join(', ') }] : [];
  });
};
