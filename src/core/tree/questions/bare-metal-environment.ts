import { told, type Question } from '../question.ts';

/** Without a load balancer, tests take a node port; a public site in production deserves an entry on 80 and 443. */
export const bareMetalEnvironment: Question = {
  id: 'bare-metal-environment',
  fact: 'environment',
  label: 'Environment',
  ask: 'Is it for production or for tests?',
  options: [
    { label: 'Production', value: 'production', next: 'bare-metal-protocol' },
    { label: 'Tests, staging, a demo', value: 'testing', next: 'node-port' },
    { label: 'My own machine', value: 'local', next: 'node-port-local' },
  ],
  read(known) {
    const { environment } = known.facts;
    return environment && told(known, 'environment', environment, environment);
  },
  assume: () => ({ value: 'testing', say: 'nothing says production' }),
};
