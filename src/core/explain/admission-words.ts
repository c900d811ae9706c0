import { code, joinTexts, text, type Text } from '../answer/text.ts';
import { isEveryPod, peersBeyond, peersIn, type Admission } from './admission.ts';
import { peerWords } from './policies.ts';

/** More kinds of callers than these are a matter for the list, not for a sentence. */
const MOST_PEERS = 3;

/** `NetworkPolicy deny-all lets only pods with team=frontend of this namespace in.`; empty where nothing limits. */
export function limitsSentence(admission: Admission): Text {
  if (admission.is === 'open' || admission.is === 'unread') return [];
  const { policies } = admission;
  const one = policies.length === 1;
  const named = text`${one ? 'NetworkPolicy' : 'NetworkPolicies'} ${joinTexts(policies.map(code))}`;
  if (admission.is === 'mixed' || admission.peers.length > MOST_PEERS)
    return text`${named} ${one ? 'limits' : 'limit'} who gets in.`;
  if (admission.peers.length === 0) return text`${named} ${one ? 'lets' : 'let'} nobody in.`;
  return text`${named} ${one ? 'lets' : 'let'} only ${joinTexts(admission.peers.map(peerWords), ' or ')} in.`;
}

/** Every pod of the cluster gets in, as far as can be seen. */
export function isOpenToPods(admission: Admission): boolean {
  return admission.is === 'open' || admission.is === 'unread' || (admission.is === 'only' && admission.peers.some(isEveryPod));
}

/** What to add to the address that pods of this namespace, or of the others, use. */
export function podsLimit(admission: Admission, namespace: string, where: 'here' | 'elsewhere'): Text {
  if (isOpenToPods(admission) || admission.is === 'open' || admission.is === 'unread') return [];
  if (admission.is === 'mixed') return text`, as far as NetworkPolicy lets them in`;
  const peers = (where === 'here' ? peersIn : peersBeyond)(namespace, admission.peers);
  if (peers.length === 0) return text`, but NetworkPolicy lets none of them in`;
  if (peers.length > MOST_PEERS) return text`, as far as NetworkPolicy lets them in`;
  return text`, only ${joinTexts(peers.map(peerWords), ' or ')}`;
}

/** What to add to an address that is used from outside. */
export function outsideLimit(admission: Admission): Text {
  return admission.is === 'only' && admission.shutOutside ? text`, but NetworkPolicy lets nobody from outside in` : [];
}
