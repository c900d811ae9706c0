/** The columns of `kubectl get service`, with `-A` one more in front. */
export const serviceColumns = ['NAME', 'TYPE', 'CLUSTER-IP', 'EXTERNAL-IP', 'PORT(S)', 'AGE'] as const;

const row =
  /^\s*`?(?:[a-z0-9][a-z0-9-]{0,62}\s{1,80})?[a-z0-9][a-z0-9.-]{0,62}\s{1,80}(?:ClusterIP|NodePort|LoadBalancer|ExternalName)\s{1,80}(?:[\da-f.:]{3,45}|None|<none>|none)\s{1,80}[\w<>.:,-]{1,300}\s{1,80}(?:\d{1,5}[:/,]|<none>|none)/;

/** A row of `kubectl get service`, told by its type, with or without the heading above it. */
export const isServiceRow = (line: string): boolean => row.test(line);

/** The columns of a row without heading. */
export function columnsOf(line: string): readonly string[] {
  const second = line.trim().split(/\s+/)[1] ?? '';
  return /^(?:ClusterIP|NodePort|LoadBalancer|ExternalName)$/.test(second) ? serviceColumns : ['NAMESPACE', ...serviceColumns];
}
