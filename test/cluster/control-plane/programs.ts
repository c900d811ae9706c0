import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The versions that are used. kube-apiserver, the controllers, the scheduler and kubectl always go together. */
export const versions = {
  kubernetes: '1.36.3',
  etcd: '3.6.16',
  kwok: '0.8.0',
  gatewayApi: '1.5.1',
  metallb: '0.16.2',
} as const;

export const programNames = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl', 'etcd', 'kwok'] as const;

export type ProgramName = (typeof programNames)[number];

/** Where a build is kept between runs. A new Kubernetes version gets a new folder, so an old build is never mixed in. */
export const cacheDirectory = join(homedir(), '.cache', 'k8s-svc', 'cluster', `v${versions.kubernetes}`);

/** The programs that a folder does not hold, or holds without the right to run them. */
export function missingPrograms(directory: string): readonly ProgramName[] {
  return programNames.filter((name) => {
    try {
      accessSync(join(directory, name), constants.X_OK);
      return false;
    } catch {
      return true;
    }
  });
}
