import { inject } from 'vitest';
import { createKubectl } from '../control-plane/kubectl.ts';
import type { SharedCluster } from './shared-cluster.ts';

const { programs, helm, kubeconfigs, tokens }: SharedCluster = inject('cluster');

/** kubectl as the administrator of the control plane that all test files share. */
const kubectl = createKubectl(programs, kubeconfigs.admin);

export { helm, kubeconfigs, kubectl, programs, tokens };
