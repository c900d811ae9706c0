/** The files that kubectl reads: those of $KUBECONFIG in their order, else the one in the home folder. */
export function kubeconfigFiles(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const separator = env['OS'] === 'Windows_NT' ? ';' : ':';
  const named = (env['KUBECONFIG'] ?? '').split(separator).filter((path) => path !== '');
  const home = env['HOME'] ?? env['USERPROFILE'];
  if (named.length > 0) return named;
  return home === undefined ? [] : [`${home}/.kube/config`];
}
