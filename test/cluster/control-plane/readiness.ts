import type { Kubectl } from './kubectl.ts';
import type { Program } from './program.ts';
import { waitFor } from './wait-for.ts';

/** Waits until the API server serves, at most a minute. Throws with the last words of a program that died. */
export async function waitForApiServer(kubectl: Kubectl, programs: readonly Program[]): Promise<void> {
  await waitFor(
    'the API server answers /readyz',
    async () => {
      expectAlive(programs);
      await kubectl(['get', '--raw=/readyz', '--request-timeout=2s']);
    },
    { fatal: ProgramDied, detail: () => lastWords(programs, 'kube-apiserver') },
  );
}

/** Waits until kwok has made the nodes Ready and the controllers have made the default service account. */
export async function waitForControllers(kubectl: Kubectl, programs: readonly Program[]): Promise<void> {
  await waitFor(
    'the nodes are Ready and the controllers work',
    async () => {
      expectAlive(programs);
      await kubectl(['wait', 'node', '--all', '--for=condition=Ready', '--timeout=2s']);
      await kubectl(['get', 'serviceaccount', 'default', '--namespace=default']);
    },
    { fatal: ProgramDied, detail: () => lastWords(programs, 'kwok') },
  );
}

class ProgramDied extends Error {}

function expectAlive(programs: readonly Program[]): void {
  const dead = programs.find((program) => !program.alive());
  if (dead !== undefined) throw new ProgramDied(`${dead.name} has ended. Its last words:\n${dead.lastLines()}`);
}

function lastWords(programs: readonly Program[], name: Program['name']): string {
  return `The last words of ${name}:\n${programs.find((program) => program.name === name)?.lastLines()}`;
}
