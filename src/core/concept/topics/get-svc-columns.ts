import type { Topic } from '../topic.ts';

export const getSvcColumns: Topic = {
  id: 'get-svc-columns',
  title: 'The columns of kubectl get svc',
  summary:
    '`kubectl get svc` shows the type, the CLUSTER-IP (inside the cluster; `None` is headless), the EXTERNAL-IP (outside) and PORT(S), where `443:31234/TCP` means port 443 of the Service and node port 31234.',
  body: [
    'EXTERNAL-IP `<none>` is right for ClusterIP and NodePort: they have no address of their own outside. `<pending>` means that a load balancer is awaited; when it stays, no controller makes one or it failed: see the events with `kubectl describe svc NAME`. For ExternalName the column holds the DNS name it stands for.',
    '`-o wide` adds the selector. Whether pods stand behind it, this table does not tell: `kubectl get endpointslices -l kubernetes.io/service-name=NAME` does.',
  ],
  askedAs: [
    'why is external-ip none for clusterip services',
    'which port of 80:31544/TCP do clients use',
    'what do the columns of kubectl get svc mean',
    'external-ip none meaning',
    'what does none in cluster-ip mean',
    'what is 443:31234/TCP',
  ],
  source: 'https://kubernetes.io/docs/tutorials/kubernetes-basics/expose/expose-intro/',
};
