import { assumeNoRouting, readRouting, routingOptions } from '../read-routing.ts';
import type { Question } from '../question.ts';

export const routingFromNetwork: Question = {
  id: 'routing-from-network',
  fact: 'http-routing',
  label: 'Routing',
  ask: 'One application on one port, or several HTTP hosts, paths or TLS?',
  options: routingOptions('ingress', 'entry-from-network'),
  read: readRouting,
  assume: assumeNoRouting,
};
