import { assumeNoRouting, readRouting, routingOptions } from '../read-routing.ts';
import type { Question } from '../question.ts';

export const routingFromInternet: Question = {
  id: 'routing-from-internet',
  fact: 'http-routing',
  label: 'Routing',
  ask: 'One application on one port, or several HTTP hosts, paths or TLS?',
  options: routingOptions('ingress', 'entry-from-internet'),
  read: readRouting,
  assume: assumeNoRouting,
};
