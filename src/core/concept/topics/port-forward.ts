import type { Topic } from '../topic.ts';

export const portForward: Topic = {
  id: 'port-forward',
  title: 'kubectl port-forward',
  summary:
    '`kubectl port-forward service/NAME 8080:80` opens port 8080 on your machine and carries it through the API server to one pod: it picks a pod of the Service once and does not balance.',
  body: [
    "So it bypasses the Service's rules: that it works proves that the pod answers on that port, not that the Service does. It ends when the pod goes, when the terminal closes, or after idle time, carries TCP only, and needs the permission `create pods/portforward`.",
    'It is for debugging and one person. `--address 0.0.0.0` lets other machines in. The local port is free to choose; below 1024 it needs more rights.',
  ],
  askedAs: [
    'how does kubectl port-forward work',
    'port-forward to a service uses only one pod',
    'does port-forward load balance',
    'port-forward vs nodeport',
    'port-forward keeps disconnecting',
  ],
  source: 'https://kubernetes.io/docs/tasks/access-application-cluster/port-forward-access-application-cluster/',
};
