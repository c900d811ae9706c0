import { assumeCloud, cloudOptions, readCloud } from '../read-cloud.ts';
import type { Question } from '../question.ts';

export const eachPodEntry: Question = {
  id: 'each-pod-entry',
  fact: 'cloud',
  label: 'Load balancers',
  ask: 'Where does the cluster run?',
  options: cloudOptions({
    cloud: 'load-balancer-each-pod',
    metallb: 'load-balancer-each-pod',
    none: 'node-port-each-pod',
    local: 'node-port-each-pod',
  }),
  read: readCloud,
  assume: assumeCloud,
};
