import { assumeAnyPod, eachPodOptions, readEachPod } from '../read-each-pod.ts';
import type { Question } from '../question.ts';

export const eachPodFromNetwork: Question = {
  id: 'each-pod-from-network',
  fact: 'perPodAddress',
  label: 'Which pod',
  ask: 'Do clients outside need each pod by itself, or any ready pod?',
  options: eachPodOptions('each-pod-entry', 'routing-from-network'),
  read: readEachPod,
  assume: assumeAnyPod,
};
