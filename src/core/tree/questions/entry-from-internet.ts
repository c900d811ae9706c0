import { assumeCloud, cloudOptions, readCloud } from '../read-cloud.ts';
import type { Question } from '../question.ts';

export const entryFromInternet: Question = {
  id: 'entry-from-internet',
  fact: 'cloud',
  label: 'Load balancers',
  ask: 'Where does the cluster run?',
  options: cloudOptions({ cloud: 'protocol', metallb: 'protocol', none: 'bare-metal-environment', local: 'node-port-local' }),
  read: readCloud,
  assume: assumeCloud,
};
