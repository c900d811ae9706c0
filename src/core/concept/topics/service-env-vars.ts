import type { Topic } from '../topic.ts';

export const serviceEnvVars: Topic = {
  id: 'service-env-vars',
  title: 'Environment variables of Services',
  summary:
    'For every Service of its namespace that exists when a pod starts, the kubelet sets variables such as `REDIS_SERVICE_HOST` and `REDIS_SERVICE_PORT`, besides Docker-style ones such as `REDIS_PORT=tcp://10.0.0.11:6379`.',
  body: [
    'They are not updated: a Service made after the pod is missing until the pod is made anew. DNS has no such order, so prefer names.',
    "The Docker-style variables often collide with settings of the application: a Service called `redis` sets `REDIS_PORT` to a URL. Give the Service another name or set `enableServiceLinks: false` in the pod's spec. With thousands of Services they also make starting slow.",
  ],
  askedAs: [
    'does a pod find the address of a service by env vars or dns',
    'what are the SERVICE_HOST environment variables in my pod',
    'why does my pod have redis_port env var',
    'enableServiceLinks',
    'service discovery with environment variables',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables',
};
