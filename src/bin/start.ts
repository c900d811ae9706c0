import { randomBytes } from 'node:crypto';
import { serve } from './serve.ts';
import { terminalIo } from './terminal-io.ts';

// `npm start`: what `k8s-svc serve` does in the bundle.
process.exitCode = await serve(process.argv.slice(2), terminalIo(), () => randomBytes(4).toString('hex'));
