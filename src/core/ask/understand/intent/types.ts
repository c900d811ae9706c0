import type { Intent, RecommendationType } from '../../../answer/answer.ts';
import { word, type Message } from '../text/message.ts';

/** How each type is named in the canonical text; the more special first. */
export const typeNames: readonly { readonly type: RecommendationType; readonly names: string }[] = [
  {
    type: 'LoadBalancer-internal',
    names: String.raw`internal (?:[a-z0-9]+ )?(?:loadbalancer|nlb|alb|elb)|private (?:loadbalancer|nlb|alb)|loadbalancer-internal|ilb|internal-lb`,
  },
  {
    type: 'selectorless-Service',
    names:
      'selectorless(?: service)?|selectorless-service|service without (?:a )?selectors?|endpointslices?(?= for)|manual endpoints?|endpointslice',
  },
  { type: 'Headless', names: String.raw`headless(?: services?)?|clusterip ?[:=] none|clusterip none` },
  { type: 'ExternalName', names: 'externalname|cname service' },
  { type: 'port-forward', names: 'port-forward' },
  { type: 'Ingress-or-Gateway', names: 'ingress|gateway api|httproute|ingress-or-gateway' },
  { type: 'NodePort', names: 'nodeports?' },
  { type: 'LoadBalancer', names: 'loadbalancers?|nlb|elb' },
  { type: 'ClusterIP', names: 'clusterips?' },
];

const before = String.raw`(?:not|no|never|without|avoid|avoiding|instead of|rather than|other than|anything but|except|against|does not (?:want|like|need|use)|will not|must not|can not use|is not|dislike|hate|do(?:es)? not want to use|want to avoid|not (?:a|an|use|using|via|with|want|allowed|the)|forbidden|forbids|disallow(?:s|ed)?|ban(?:s|ned)?|no more|got rid of|stop using|tired of|not allowed to use|nor|neither)`;
const tried = String.raw`(?:tried|tested|attempted|have tried|already tried|i did|did|used|went with|set(?:ting)? (?:it|type|the type) to|changed (?:it )?to|switched to|with)`;
const after = String.raw`(?:is not (?:an option|allowed|possible|wanted|available|desired|suitable|acceptable|what)|not an option|is (?:forbidden|blocked|disabled|banned|too expensive|no option|out of the question|not|out|ruled out)|not-working|does not|not allowed|not wanted|not possible|can not be used|works but|but (?:i )?does not (?:want|like)|but i does not want|no good|too expensive|not good enough|fails|failed|never)`;

export interface FoundTypes {
  readonly mentioned: readonly RecommendationType[];
  readonly denied: readonly RecommendationType[];
  readonly hint?: RecommendationType;
}

/** Types that are named, ruled out, asked for. */
export function findTypes(message: Message, intent: Intent): FoundTypes {
  let rest = message.canonical;
  const mentioned: { type: RecommendationType; at: number }[] = [];
  const denied: RecommendationType[] = [];
  for (const { type, names } of typeNames) {
    const at = rest.search(word(names));
    if (at < 0) continue;
    if (isDenied(rest, names)) denied.push(type);
    else mentioned.push({ type, at });
    // "internal load balancer" is not a LoadBalancer, too.
    rest = rest.replace(new RegExp(word(names), 'g'), (match) => '_'.repeat(match.length));
  }
  const order = mentioned.sort((a, b) => a.at - b.at).map((one) => one.type);
  const hint = intent === 'manifest' || intent === 'decide' ? asked(message.canonical, order, intent) : undefined;
  return { mentioned: order, denied, ...(hint === undefined ? {} : { hint }) };
}

function isDenied(text: string, names: string): boolean {
  const some = String.raw`(?:(?:a|an|the|any|my|use|using|to|via|of|type|service|with|want|some|cloud|public|plain|just|extra|another|more|own|expensive) )*`;
  if (word(`${before} ${some}(?:${names})`).test(text)) return true;
  return word(
    `${tried} ${some}(?:${names})(?: [^ ;?]+){0,5} (?:not-working|fails|failed|does not|no good|without success|not|nothing|can not)|(?:${names})(?: service| type)? (?:, )?${after}`,
  ).test(text);
}

/** A YAML wish names its type; in a question of choice only "make it a …" is a wish, the rest is talk. */
function asked(text: string, mentioned: readonly RecommendationType[], intent: Intent): RecommendationType | undefined {
  const [first, ...others] = mentioned;
  if (
    first === undefined ||
    word('or whatever|or what(?:ever)? is (?:right|best)|whatever (?:is|fits|works)|or should|or better').test(text)
  )
    return undefined;
  if (intent === 'manifest') return first === 'ClusterIP' && others[0] !== undefined ? others[0] : first;
  const names = typeNames.find((one) => one.type === first)?.names ?? '';
  if (others.length > 0) return undefined;
  return word(
    `(?:make|want|need|create|give|use|add|set up|as|to|via|with|through|using)(?: me| it| this| us| a| an| the| to| be)* (?:${names})`,
  ).test(text) && !word('should|which|what|better|best|vs|or|why').test(text)
    ? first
    : undefined;
}
