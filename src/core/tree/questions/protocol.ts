import { assumeProtocol, protocolOptions, readProtocol } from '../read-protocol.ts';
import type { Question } from '../question.ts';

export const protocol: Question = {
  id: 'protocol',
  fact: 'protocol',
  label: 'Protocol',
  ask: 'Which protocol does it speak?',
  options: protocolOptions('ingress', 'load-balancer'),
  read: readProtocol,
  assume: assumeProtocol,
};
