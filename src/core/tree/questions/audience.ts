import { allOf, type Audience } from '../../ask/asked-facts.ts';
import { assumeAudience } from '../assume-audience.ts';
import { told, type Question } from '../question.ts';

const words: Record<Audience, string> = {
  'same-namespace': 'pods of the same namespace',
  cluster: 'pods of the cluster',
  'vpc/internal-network': 'the internal network (VPC, VPN, office)',
  internet: 'the internet',
  'outside-service': 'pods call something outside the cluster',
};

/** "From outside" leaves the reading open: the wider one decides the type, the narrower one is said as an alternative. */
const widestFirst: readonly Audience[] = ['outside-service', 'internet', 'vpc/internal-network', 'cluster', 'same-namespace'];

export const audience: Question = {
  id: 'audience',
  fact: 'audience',
  label: 'Who calls it',
  ask: 'Who calls it, and from where?',
  options: [
    { label: 'Pods in the same namespace', value: 'same-namespace', next: 'each-pod-inside', silent: true },
    { label: 'Pods in this cluster', value: 'cluster', next: 'each-pod-inside' },
    { label: 'Our network (VPC, VPN, office)', value: 'vpc/internal-network', next: 'each-pod-from-network' },
    { label: 'The internet', value: 'internet', next: 'each-pod-from-internet' },
    { label: 'Only me, for a short look', value: 'only-me', next: 'port-forward', means: 'port-forward' },
    { label: 'My own machine (local cluster)', value: 'own-machine', next: 'local-routing', sets: { environment: 'local' } },
    { label: 'My pods call something outside', value: 'outside-service', next: 'outside-name' },
  ],
  read(known) {
    if (known.hints.shortLook === true) return { value: 'only-me', say: 'one person, for a short look', from: 'text' };
    const stated = allOf(known.facts.audience);
    const open = known.hints.mustBePrivate === true ? stated.filter((one) => one !== 'internet') : stated;
    const readings = open.length === 0 ? stated : open;
    const value = widestFirst.find((one) => readings.includes(one));
    return value && told(known, 'audience', value, readings.map((one) => words[one]).join(' or '));
  },
  assume: assumeAudience,
};
