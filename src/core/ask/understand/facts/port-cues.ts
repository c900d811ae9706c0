import { wellKnownPorts } from '../data/ports.ts';
import { touching, type Token } from '../text/tokens.ts';
import { words } from '../text/words.ts';

const cues = words(
  `port nodeport ports tcp udp sctp http https grpc smtp -p --port tls amqp mqtt ldaps ldap ssh sftp ftp imap websocket ws wss`,
);

const weakCues = words(
  `on at over via listens listen listening , and & + / ; ( ? for to serves serving uses using expose open`,
);

const units =
  /^(?:nodes?|pods?|replicas?|services?|ms|s|sec|seconds?|minutes?|mins?|hours?|days?|mb|gb|kb|users?|nodeports|loadbalancers?|endpointslices|clusterips|players?|requests?|rps|clients?|connections?|%|percent|times?|instances?|brokers?|hostnames?|domains?|apps?|microservices|teams|loadbalancers|clusters?|people|errors?|bytes?|versions?|years?|vms?|servers?|machines|namespaces|endpoints|x|k|th|st|nd)$/;

const joining = words(`, and / & + or`);

/** Fields that hold a container port. */
export const targetCues = words('targetport containerport --target-port');

/** What the words around a number make of it. Nothing: it is no port. */
export function cueOf(
  tokens: readonly Token[],
  index: number,
  taken: ReadonlySet<number>,
  products: ReadonlySet<number>,
): 'port' | 'target' | undefined {
  const token = tokens[index] as Token;
  const port = Number(token.raw);
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const norm = before?.norm ?? '';
  const back = [1, 2, 3, 4].map((steps) => tokens[index - steps]?.norm ?? '');
  if (norm === '.' && touching(before, token)) return undefined;
  if (isStatus(port) && !/^(?:port|:|tcp|udp)$/.test(norm)) return undefined;
  // `10.0.0.0/24`, `0/3`: a mask or a ratio.
  if (norm === '/' && touching(before, token) && !taken.has(index - 2) && !cues.has(back[1] ?? '')) return undefined;
  if (
    back.slice(0, 2).some((one) => targetCues.has(one)) ||
    (targetCues.has(after?.norm ?? '') && norm !== 'port' && norm !== ':')
  )
    return 'target';
  if (/^(?:container|pod|pods|app|containers|process)$/.test(back[1] ?? '') && norm === 'port') return 'target';
  if (
    /^(?:container|containers|pod|pods|process|image)$/.test(back[2] ?? '') &&
    /^(?:listens|listening|runs|serves|is|on)$/.test(back[1] ?? '')
  )
    return 'target';
  if (/^(?:container|containers|process)$/.test(back[1] ?? '') && /^(?:on|at|uses|is)$/.test(norm)) return 'target';
  if (
    norm === 'to' &&
    /^(?:both|all|everything|mapped|maps|map|mapping|forwarded|forwards|forward|routed|goes|go)$/.test(back[1] ?? '') &&
    taken.size > 0
  )
    return 'target';
  if (norm === ':' && touching(before, token)) return 'port';
  if (cues.has(norm) || (cues.has(back[1] ?? '') && /^(?:\/|:|=|is|number|on|to|port|of|,|->)$/.test(norm)))
    return units.test(after?.norm ?? '') && port < 1000 && norm !== 'port' ? undefined : 'port';
  if (units.test(after?.norm ?? '') && !wellKnownPorts.has(port)) return undefined;
  if (after?.norm === 'port' || (after?.norm === '/' && /^(?:tcp|udp|sctp)$/.test(tokens[index + 2]?.norm ?? '')))
    return 'port';
  if (/^(?:tcp|udp|sctp)$/.test(after?.norm ?? '')) return 'port';
  if (joining.has(norm) && taken.has(index - 2) && port >= 20) return 'port';
  if (/^(?:error|code|status|returns|got|get|v|version|~|#|than|about|around|\$|€|every|after|line|20\d\d)$/.test(norm))
    return undefined;
  if (units.test(after?.norm ?? '')) return undefined;
  if (wellKnownPorts.has(port)) return 'port';
  const ownWords = weakCues.has(norm) || products.has(index - 1) || norm === '' || (before !== undefined && /-/.test(norm));
  return port >= 1024 && ownWords && norm !== 'for' && norm !== 'to' ? 'port' : undefined;
}

/** 404, 502 and their like are answers of a server. */
const isStatus = (port: number) => port >= 400 && port <= 599 && !wellKnownPorts.has(port);
