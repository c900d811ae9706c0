/** What people call the cluster of a context that a tool has named: `gke_PROJECT_ZONE_NAME`, `arn:aws:eks:…:cluster/NAME`, `USER@NAME`, `kind-NAME`. */
export function shortNames(context: string): readonly string[] {
  const lower = context.toLowerCase();
  const gke = /^gke_[^_]+_[^_]+_(.+)$/u.exec(lower)?.[1];
  const eks = /:cluster\/(.+)$/u.exec(lower)?.[1];
  const at = /^[^@]+@([^@.]+)(?:\.[^@]*)?$/u.exec(lower)?.[1];
  const local = /^(?:kind|k3d)-(.+)$/u.exec(lower)?.[1];
  return [lower, gke, eks, at, local].filter((one) => one !== undefined);
}
