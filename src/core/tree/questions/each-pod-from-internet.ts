import { assumeAnyPod, eachPodOptions, readEachPod } from '../read-each-pod.ts';
import type { Question } from '../question.ts';

export const eachPodFromInternet: Question = {
  id: 'each-pod-from-internet',
  fact: 'perPodAddress',
  label: 'Which pod',
  ask: 'Do clients outside need each pod by itself, or any ready pod?',
  options: eachPodOptions('each-pod-entry', 'routing-from-internet'),
  read: readEachPod,
  assume: assumeAnyPod,
};
