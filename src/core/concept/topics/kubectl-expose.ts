import type { Topic } from '../topic.ts';

export const kubectlExpose: Topic = {
  id: 'kubectl-expose',
  title: 'kubectl expose',
  summary:
    "`kubectl expose deployment NAME --port=80 --target-port=8080` makes a Service whose selector is taken from the Deployment's own selector; the type is ClusterIP unless `--type` says otherwise.",
  body: [
    'It works for Deployments, ReplicaSets, pods and other Services (not for StatefulSets and DaemonSets), and `--dry-run=client -o yaml` prints the manifest instead of creating it. Without `--port` it takes the container ports. It opens nothing to the outside by itself: that needs `--type=NodePort` or `LoadBalancer`.',
    '`kubectl create service clusterip NAME --tcp=80:8080` is different: it writes the selector `app=NAME`, which may match nothing. Keep the YAML in Git rather than repeating commands.',
  ],
  askedAs: [
    'what does kubectl expose do',
    'kubectl expose deployment',
    'create a service from the command line',
    'expose vs create service',
  ],
  source: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_expose/',
};
