import fc from 'fast-check';
import { now } from './snapshot-of.ts';

/** Pods of every shape, likely or not, and the values that other objects share with them. */

export const names = ['web', 'cart', 'db', 'constructor'] as const;
export const nodes = ['node-1', 'node-2', 'gone'] as const;
export const name = fc.constantFrom(...names);
export const time = fc.integer({ min: 0, max: 3 * 86_400 }).map((seconds) => new Date(now - seconds * 1000).toISOString());
export const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
export const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
export const labels = fc.dictionary(fc.constantFrom('app', 'version', 'team', 'toString'), name, { maxKeys: 3 });
/** Mostly the same pair, so that selectors meet pods. */
export const matching = fc.oneof({ weight: 4, arbitrary: fc.constant({ app: 'web' }) }, { weight: 1, arbitrary: labels });
export const port = fc.oneof(fc.constantFrom(80, 8080, 9090), fc.constantFrom('http', 'web'));
export const words = fc.constantFrom(
  '',
  'not found',
  'Readiness probe failed: HTTP probe failed with statuscode: 503',
  'Liveness probe failed: dial tcp 10.0.0.1:9090: connect: connection refused',
  'Container web failed liveness probe, will be restarted',
  'Error creating: pods "x" is forbidden: exceeded quota: q',
  'Scaled down replica set web-1 from 3 to 0',
);

const terminated = fc.record({
  terminated: fc.record({
    exitCode: fc.constantFrom(0, 1, 127, 137, 143),
    reason: fc.constantFrom('Error', 'OOMKilled', 'Completed'),
    message: words,
    finishedAt: maybe(time),
  }),
});
const waiting = fc.record({
  waiting: fc.record({
    reason: fc.constantFrom(
      'CrashLoopBackOff',
      'ImagePullBackOff',
      'CreateContainerConfigError',
      'ContainerCreating',
      'PodInitializing',
      'RunContainerError',
    ),
    message: words,
  }),
});
const state = fc.oneof(terminated, waiting, fc.record({ running: fc.record({ startedAt: maybe(time) }) }), fc.constant({}));

const container = fc.record(
  {
    name: fc.constantFrom('web', 'sidecar'),
    image: fc.constantFrom('registry.example/web:1', 'registry.example/web@sha256:1', 'redis', ''),
    ports: fc.array(fc.record({ name: fc.constantFrom('http', 'web', ''), containerPort: fc.constantFrom(80, 8080) }), {
      maxLength: 2,
    }),
    command: fc.array(fc.constantFrom('sh', '-c', 'nc -z db 5432', 'until curl http://cart:80; do sleep 1; done'), {
      maxLength: 3,
    }),
    readinessProbe: fc.record({ httpGet: fc.record({ path: fc.constant('/'), port }) }),
    livenessProbe: fc.record({ tcpSocket: fc.record({ port }) }),
    startupProbe: fc.record({ exec: fc.constant({ command: ['true'] }) }),
    restartPolicy: fc.constant('Always'),
  },
  { requiredKeys: ['name'] },
);
const containerStatus = fc.record({
  name: fc.constantFrom('web', 'sidecar', 'other'),
  ready: fc.boolean(),
  started: maybe(fc.boolean()),
  restartCount: fc.integer({ min: 0, max: 9 }),
  state,
  lastState: state,
});
export const condition = fc.record({
  type: fc.constantFrom(
    'Ready',
    'ContainersReady',
    'PodScheduled',
    'Initialized',
    'PodReadyToStartContainers',
    'Progressing',
    'ReplicaFailure',
  ),
  status: fc.constantFrom('True', 'False', 'Unknown'),
  reason: fc.constantFrom('', 'Unschedulable', 'SchedulingGated', 'ProgressDeadlineExceeded'),
  message: words,
  lastTransitionTime: maybe(time),
});
const owner = fc
  .record({ kind: fc.constantFrom('ReplicaSet', 'StatefulSet', 'Job', 'Node'), name, controller: fc.boolean() })
  .map((one) => [one]);

export const metadata = fc.record({
  labels: matching,
  annotations: labels,
  creationTimestamp: maybe(time),
  deletionTimestamp: seldom(time),
  ownerReferences: maybe(owner),
});
export const containers = fc.array(container, { minLength: 1, maxLength: 2 });

export const pod = fc.record({
  kind: fc.constant('Pod'),
  metadata,
  spec: fc.record({
    nodeName: maybe(fc.constantFrom(...nodes)),
    containers,
    initContainers: seldom(containers),
    readinessGates: maybe(fc.constant([{ conditionType: 'example.com/gate' }])),
  }),
  status: fc.record({
    phase: fc.constantFrom('Running', 'Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'),
    podIP: maybe(fc.constantFrom('10.0.0.1', '10.0.0.2', 'fd00::1')),
    conditions: fc.array(condition, { maxLength: 4 }),
    containerStatuses: fc.array(containerStatus, { maxLength: 2 }),
    initContainerStatuses: fc.array(containerStatus, { maxLength: 1 }),
  }),
});
