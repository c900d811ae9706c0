import type { TestProject } from 'vitest/node';
import { ensureTools, type DeployTools } from './tools.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly tools: DeployTools;
  }
}

export default function setup(project: TestProject): void {
  project.provide(
    'tools',
    ensureTools((line) => console.error(line)),
  );
}
