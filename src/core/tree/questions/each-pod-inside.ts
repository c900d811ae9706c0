import { assumeAnyPod, eachPodOptions, readEachPod } from '../read-each-pod.ts';
import type { Question } from '../question.ts';

export const eachPodInside: Question = {
  id: 'each-pod-inside',
  fact: 'perPodAddress',
  label: 'Which pod',
  ask: 'Does a client need each pod by itself, or any ready pod?',
  options: eachPodOptions('headless', 'cluster-ip'),
  read: readEachPod,
  assume: assumeAnyPod,
};
