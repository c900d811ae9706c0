import { z } from 'zod';

const clusterName = z.string().regex(/^\S{1,253}$/u, 'is no name of a cluster: it has no spaces');

const cluster = z.strictObject({
  name: clusterName.describe('what people call it, in --cluster and in words'),
  context: clusterName.describe('context of the kubeconfig; its current one when absent').optional(),
  kubeconfig: z.string().trim().min(1).describe('path of the kubeconfig file; what kubectl takes when absent').optional(),
  inCluster: z.boolean().describe('the cluster that k8s-svc runs in, by its service account').default(false),
  aliases: z.array(clusterName).describe('other names for it').default([]),
  deadlineMs: z
    .int()
    .min(100)
    .max(120_000)
    .describe('milliseconds that one read of it may take; the section’s own when absent')
    .optional(),
});

/** Where the clusters are. Without list and folder: each context of the kubeconfig that kubectl would take. */
export const clustersSection = z
  .strictObject({
    default: clusterName
      .describe('the cluster (name or alias) that is meant when a request names none; the first when absent')
      .optional(),
    folder: z
      .string()
      .trim()
      .min(1)
      .describe('folder of kubeconfig files, also one folder deeper; files that come, change or go are noticed')
      .optional(),
    deadlineMs: z
      .int()
      .min(100)
      .max(120_000)
      .describe('milliseconds that one read of a cluster may take; less than the 10 s of a request in Slack')
      .default(8_000),
    list: z.array(cluster).describe('clusters by name').default([]),
  })
  .superRefine(({ list, folder, default: preferred }, context) => {
    const seen = new Set<string>();
    list.forEach(({ name, aliases, inCluster, kubeconfig, context: named }, index) => {
      if (inCluster && (kubeconfig !== undefined || named !== undefined)) {
        context.addIssue({
          code: 'custom',
          path: ['list', index, 'inCluster'],
          message: 'stands alone: without kubeconfig and context',
        });
      }
      [name, ...aliases].forEach((one, at) => {
        const key = one.toLowerCase();
        const path = ['list', index, ...(at === 0 ? ['name'] : ['aliases', at - 1])];
        if (seen.has(key))
          context.addIssue({ code: 'custom', path, message: `${one} is the name of another cluster, or given twice` });
        seen.add(key);
      });
    });
    // What a folder will hold, and the contexts of a kubeconfig, are not known here.
    if (preferred !== undefined && list.length > 0 && folder === undefined && !seen.has(preferred.toLowerCase())) {
      context.addIssue({ code: 'custom', path: ['default'], message: 'is no cluster of the list' });
    }
  });

export type ClustersConfig = z.infer<typeof clustersSection>;
