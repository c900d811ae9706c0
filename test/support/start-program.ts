import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src/bin/start.ts', import.meta.url));
const started: ChildProcess[] = [];

export function stopPrograms(): void {
  for (const child of started.splice(0)) child.kill('SIGKILL');
}

/** `k8s-svc serve` from the sources, without the settings of whoever runs the tests. Stop it with `stopPrograms`. */
export function startProgram(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(SLACK|K8S_SVC|KUBECONFIG)/u.test(name)));
  const child = spawn(process.execPath, [program, ...args], { env: { ...clean, ...env } });
  started.push(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, said }));
  const saying = async (words: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = words.exec(said);
      if (found !== null) return found;
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${said}`);
      await once(child.stderr, 'data');
    }
  };
  return { child, ended, saying };
}
