import { assumeCloud, cloudOptions, readCloud } from '../read-cloud.ts';
import type { Question } from '../question.ts';

export const entryFromNetwork: Question = {
  id: 'entry-from-network',
  fact: 'cloud',
  label: 'Load balancers',
  ask: 'Where does the cluster run?',
  options: cloudOptions({
    cloud: 'load-balancer-internal',
    metallb: 'load-balancer-own-network',
    none: 'node-port',
    local: 'node-port-local',
  }),
  read: readCloud,
  assume: assumeCloud,
};
