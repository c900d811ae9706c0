import type { PageState } from './page-model.ts';

/** Three commands to press first, over the sample cluster. */
export const sampleExamples: PageState['examples'] = [
  { label: 'Why is checkout down?', command: '/k8s-svc triage checkout -n shop' },
  { label: 'What is web?', command: '/k8s-svc explain web -n shop' },
  { label: 'What is broken in shop?', command: '/k8s-svc scan -n shop' },
];

/** The same over a cluster of which nothing is known yet. */
export const anyClusterExamples: PageState['examples'] = [
  { label: 'What is broken?', command: '/k8s-svc scan -A' },
  { label: 'Which Services are there?', command: '/k8s-svc list -A' },
  { label: 'Which type do I need?', command: '/k8s-svc ask how do I expose an app to the internet?' },
];
