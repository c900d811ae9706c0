import { assumeNoRouting, readRouting, routingOptions } from '../read-routing.ts';
import type { Question } from '../question.ts';

export const localRouting: Question = {
  id: 'local-routing',
  fact: 'http-routing',
  label: 'Routing',
  ask: 'One application on one port, or several HTTP hosts, paths or TLS?',
  options: routingOptions('ingress', 'node-port-local'),
  read: readRouting,
  assume: assumeNoRouting,
};
