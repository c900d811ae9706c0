import { runningThings, workloadWords } from '../data/kinds.ts';
import { touching, type Token } from '../text/tokens.ts';
import { words } from '../text/words.ts';
import type { NameRole } from './mentions.ts';
import { looksCompound } from './name-shape.ts';
import { isProduct } from './products.ts';

const joiners = words('called named : = / is name');

/** `svc X`, `service called X`, `deployment/X`, `-n X`, `namespace: X`. */
export function cueBefore(tokens: readonly Token[], at: number): NameRole | undefined {
  let back = at - 1;
  let joined = false;
  for (let steps = 0; steps < 3 && joiners.has(tokens[back]?.norm ?? ''); steps += 1) {
    const joiner = tokens[back]?.norm ?? '';
    // "is the short name enough": a name that is only spoken of names nothing.
    joined ||= ['called', 'named'].includes(joiner) || (joiner === 'name' && /^[:=]$/.test(tokens[back + 1]?.norm ?? ''));
    back -= 1;
  }
  const cue = tokens[back];
  if (cue === undefined) return joined ? 'free' : undefined;
  const bare = back === at - 1;
  const between = tokens.slice(back + 1, at).map((token) => token.norm);
  // "the service is down": after `is` only a name in backticks is a name.
  const placed = tokens[at + 1]?.norm === 'in' && tokens[at + 2]?.norm === 'namespace';
  // "the svc is edge in ns gw" names it, too.
  if (between.includes('is') && !placed && !tokens[at]?.marked && !between.includes('called') && !between.includes('name'))
    return undefined;
  if (['-n', '--namespace', '-namespace'].includes(cue.norm)) return 'namespace';
  if (cue.norm === 'namespace' || (cue.norm === 'namespaces' && bare)) return 'namespace';
  // `serviceName=web` in a log.
  if (
    /^(?:servicename|service-name|backend-service|svcname)$/.test(cue.norm) &&
    between.some((norm) => norm === '=' || norm === ':')
  )
    return 'service';
  if (
    cue.norm === 'service' ||
    (cue.known && /\bservice$/i.test(cue.raw) && looksCompound(tokens[at] as Token)) ||
    (cue.norm === 'services' && (tokens[at]?.marked ?? false))
  )
    return 'service';
  if (['app', 'name'].includes(cue.norm) && between.some((norm) => norm === '=' || norm === ':')) return 'workload';
  if (workloadWords.has(cue.norm)) return bare || joined || touching(tokens[back], tokens[back + 1]) ? 'workload' : undefined;
  if (['app', 'application', 'microservice', 'chart', 'pods'].includes(cue.norm) && (joined || (tokens[at]?.marked ?? false)))
    return 'workload';
  // "web and api" after "services": the second of a list has the role of the first.
  if (!joined) return undefined;
  const near = tokens.slice(Math.max(0, back - 3), back + 1).map((token) => token.norm);
  if (near.includes('namespace')) return 'namespace';
  if (near.includes('service')) return 'service';
  return near.some((norm) => workloadWords.has(norm)) ? 'workload' : 'free';
}

/** `svc web`, `svc/web`, `named web`: nobody writes so of anything but a name. */
export function clearCue(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  return (
    /^svc\.?$/i.test(before.raw) ||
    ['/', 'called', 'named', '-n', '--namespace'].includes(before.norm) ||
    workloadWords.has(before.norm)
  );
}

/** "a service kill its pods": after an article, or before an object, the word after `service` is a verb or a noun. */
export function isVerbAfterService(tokens: readonly Token[], at: number): boolean {
  const cue = tokens[at - 1];
  const token = tokens[at] as Token;
  if (cue?.norm !== 'service' || token.marked || /[-\d]/.test(token.norm)) return false;
  const article = tokens[at - 2]?.norm ?? '';
  // "how does the Service know …"
  if (
    /^(?:the|my|our|a)$/.test(article) &&
    /^(?:does|do|can|will|did|should|could|would|must)$/.test(tokens[at - 3]?.norm ?? '')
  )
    return true;
  if (
    !/^(?:a|an|any|each|every|one|which|what|per|another|no|same|separate|single|normal|regular|this|kubernetes|headless|loadbalancer|nodeport|clusterip|type|of)$/.test(
      article,
    )
  )
    return false;
  if (
    /^svc\.?$/i.test(cue.raw) &&
    /^(?:this|kubernetes|headless|loadbalancer|nodeport|clusterip|type|of|same|normal|regular|single)$/.test(article)
  )
    return false;
  // "create a service web on port 80" is a name even so.
  return !/^(?:on|for|in|with|port|:|;|,)$/.test(tokens[at + 1]?.norm ?? '') || /(?:s|ed)$/.test(token.norm);
}

/** `X svc`, `X deployment`, `X namespace`. */
export function cueAfter(tokens: readonly Token[], at: number): NameRole | undefined {
  const next = tokens[at + 1]?.norm ?? '';
  if (tokens[at + 1]?.marked) return undefined;
  // "redis deployment logs-redis": the name follows, the word before only describes.
  const second = tokens[at + 2];
  if (second !== undefined && workloadWords.has(next) && (second.marked || looksCompound(second))) return undefined;
  if (next === 'namespace') return 'namespace';
  if (next === 'service' && !['account', 'mesh', 'type', 'types'].includes(tokens[at + 2]?.norm ?? ''))
    return adjective(tokens[at]) ? undefined : 'service';
  if (next === 'namespaces') return 'namespace';
  // "emqttd is a statefulset"
  const kind = tokens[at + 3]?.norm ?? '';
  const isA = next === 'is' && /^(?:a|an|our|my|the)$/.test(tokens[at + 2]?.norm ?? '');
  if (isA && workloadWords.has(kind) && kind !== 'workload') return 'workload';
  // "only wordpress pods call it": a product stays a product, for the pods may be the callers.
  if (next === 'pods' && isProduct(tokens, at)) return undefined;
  return (workloadWords.has(next) || runningThings.has(next)) && !adjective(tokens[at]) && strongBefore(tokens, at)
    ? 'workload'
    : undefined;
}

/** "nginx deployment" names it, "spring boot app" does not; only kinds make a name of any word before them. */
function strongBefore(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.norm ?? '';
  return (
    workloadWords.has(next) ||
    ['pods', 'chart'].includes(next) ||
    looksCompound(tokens[at] as Token) ||
    /\d/.test(tokens[at]?.norm ?? '')
  );
}

const adjective = (token: Token | undefined): boolean =>
  /(?:ing|ed|able|ible|ful|less|ous|al|ive|ic|ly)$/.test(token?.norm ?? '') ||
  (/^(?:\d|http|tcp|udp|grpc|rest|soap|web|go|java|python|php|node|nodejs|ruby|rust|spring|boot|golang|dotnet|react|vue|angular|stateful|long|short|big|small|main|third-party|legacy|linux|windows|microservices?|backend's|k8s|aws|azure|gcp|managed|kind|multi|single|plain|dummy|sample|demo|hello|bad|good|broken|slow|fast|idle|spare|extra|random|busy|unused|empty|ready|unready|healthy|new|old|next|first|last|second|third|few|more|other|primeiro|primeira|primer|primera|premier|erste|ersten|letzte|two|three|four|five|ten)$/.test(
    token?.norm ?? '',
  ) &&
    !(token?.marked ?? false));
