import { told, type Question } from '../question.ts';

/** A DNS name can be an alias; an address needs an EndpointSlice. */
export const outsideName: Question = {
  id: 'outside-name',
  fact: 'externalHost',
  label: 'What pods call',
  ask: 'How is the thing outside reached: by a DNS name or by IP addresses?',
  options: [
    { label: 'By a DNS name', value: 'dns-name', next: 'external-name', means: 'ExternalName' },
    { label: 'By IP addresses', value: 'ip-address', next: 'selectorless', means: 'selectorless-Service' },
  ],
  read(known) {
    const { externalHost } = known.facts;
    const [address] = known.hints.addresses ?? [];
    const isAddress = externalHost !== undefined && /^[\d.]+$|:.*:/u.test(externalHost);
    if (externalHost !== undefined && !isAddress)
      return told(known, 'externalHost', 'dns-name', `the DNS name ${externalHost}`);
    const ip = externalHost ?? address;
    return ip === undefined ? undefined : told(known, 'externalHost', 'ip-address', `the address ${ip}`);
  },
  assume({ facts }) {
    return facts.cloud === 'none'
      ? { value: 'ip-address', say: 'own machines, by their addresses' }
      : { value: 'dns-name', say: 'a DNS name' };
  },
};
