import { assumeProtocol, protocolOptions, readAnyProtocol } from '../read-protocol.ts';
import type { Question } from '../question.ts';

export const bareMetalProtocol: Question = {
  id: 'bare-metal-protocol',
  fact: 'protocol',
  label: 'Protocol',
  ask: 'Which protocol does it speak?',
  options: protocolOptions('ingress', 'node-port'),
  read: readAnyProtocol,
  assume: assumeProtocol,
};
