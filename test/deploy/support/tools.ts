import { join } from 'node:path';
import { buildPrograms } from '../../cluster/control-plane/build.ts';
import { cacheDirectory, missingPrograms } from '../../cluster/control-plane/programs.ts';
import { goInstall } from './go-install.ts';
import { ensureHadolint } from './hadolint.ts';

/** Paths of the programs that render and judge what is deployed. */
export interface DeployTools {
  readonly helm: string;
  readonly kubeconform: string;
  readonly hadolint: string;
  /** Of the control plane of the tests; `kubectl kustomize` needs no server. */
  readonly kubectl: string;
}

/** Makes what is not there yet: about four minutes on two cores, mostly helm; nothing on a machine that has it. */
export function ensureTools(tell: (line: string) => void): DeployTools {
  return { ...ensureHelm(tell), ...ensureKubectl(tell), kubeconform: kubeconform(tell), hadolint: ensureHadolint(tell) };
}

export function ensureHelm(tell: (line: string) => void): Pick<DeployTools, 'helm'> {
  return { helm: goInstall('helm', 'helm.sh/helm/v3/cmd/helm', 'v3.22.0', tell) };
}

function kubeconform(tell: (line: string) => void): string {
  return goInstall('kubeconform', 'github.com/yannh/kubeconform/cmd/kubeconform', 'v0.8.0', tell);
}

function ensureKubectl(tell: (line: string) => void): Pick<DeployTools, 'kubectl'> {
  const assets = process.env['KUBEBUILDER_ASSETS'];
  const given = assets !== undefined && !missingPrograms(assets).includes('kubectl');
  const folder = given ? assets : buildPrograms(cacheDirectory, tell, ['kubectl']);
  return { kubectl: join(folder, 'kubectl') };
}
