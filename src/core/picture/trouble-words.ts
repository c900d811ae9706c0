import type { TroubleKind } from '../model/pods/pod-trouble.ts';

/** What is wrong with a pod in the few words that fit on its box. */
export const troubleWords: Readonly<Record<TroubleKind, string>> = {
  node: 'its node is not ready',
  unschedulable: 'no node fits',
  'scheduling-gate': 'held by a scheduling gate',
  image: 'its image cannot be pulled',
  config: 'its container cannot be configured',
  init: 'an init container does not finish',
  creating: 'its volume or network is not set up',
  memory: 'killed: out of memory',
  liveness: 'killed by its liveness probe',
  crash: 'crashes again and again',
  'probe-port': 'readiness probe asks a wrong port',
  probe: 'readiness probe fails',
  'readiness-gate': 'a readiness gate is not met',
  starting: 'still starting',
};
