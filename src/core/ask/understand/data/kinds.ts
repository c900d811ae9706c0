import { words } from '../text/words.ts';

/** Kinds of workloads, as people write them before or after a name. */
export const workloadWords = words(
  `deployment statefulset daemonset replicaset replicationcontroller job cronjob pod workload deploy rc`,
);

/** Nouns behind a name that make it the name of something that runs: `search-2 server`, `nginx pods`. */
export const runningThings =
  words(`pods app application server container containers chart agent receiver broker brokers instance replicas backend
   frontend cluster database exporter microservice api ui nodes dashboard operator servers image sts webapp collector
   daemon process machines helm setup store cache proxy relay`);

/** Words before a slash that are no namespace: `svc/web`, `tcp/53`. */
export const kindWords = words(`service services svc namespace ingress endpoints http https tcp udp`);
