import type { Known } from './known.ts';
import { told, type Assumed, type Found, type Option } from './question.ts';

/** Must clients choose a pod themselves, or is any ready pod as good as the other? */
export function readEachPod(known: Known): Found | undefined {
  const { perPodAddress } = known.facts;
  if (perPodAddress === undefined) return undefined;
  return perPodAddress
    ? told(known, 'perPodAddress', 'true', 'each pod by itself')
    : told(known, 'perPodAddress', 'false', 'any ready pod');
}

export function assumeAnyPod(): Assumed {
  return { value: 'false', say: 'any ready pod', safe: true };
}

export function eachPodOptions(each: string, any: string): readonly Option[] {
  return [
    { label: 'Any ready pod will do', value: 'false', next: any },
    { label: 'Each pod by itself (peers, brokers, shards)', value: 'true', next: each },
  ];
}
