import { writeFileSync } from 'node:fs';
import type { Kubectl } from './kubectl.ts';

/** Writes a real, short-lived token of the service account `k8s-svc`, signed by the API server. */
export async function writeServiceAccountToken(kubectl: Kubectl, file: string): Promise<void> {
  const token = await kubectl(['create', 'token', 'k8s-svc', '--namespace=kube-system', '--duration=1h']);
  writeFileSync(file, token.trim(), { mode: 0o600 });
}
