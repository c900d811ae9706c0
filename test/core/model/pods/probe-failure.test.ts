import { describe, expect, it } from 'vitest';
import { indexEvents } from '../../../../src/core/model/event-index.ts';
import type { KubernetesEvent } from '../../../../src/core/model/kinds/event.ts';
import type { Pod, Probe } from '../../../../src/core/model/kinds/pod.ts';
import { failureMeaning, lastProbeFailure } from '../../../../src/core/model/pods/probe-failure.ts';

const pod = { kind: 'Pod', metadata: { namespace: 'shop', name: 'web-1', uid: 'u1' } } as Pod;
const probe = { type: 'httpGet', port: 8080, path: '/healthz', timeoutSeconds: 1 } as Probe;

function failureOf(message: string, name: 'readiness' | 'liveness' = 'readiness') {
  const event = {
    reason: 'Unhealthy',
    message,
    regarding: { kind: 'Pod', namespace: 'shop', name: 'web-1', uid: 'u1' },
  } as KubernetesEvent;
  return lastProbeFailure(pod, name, indexEvents([event]));
}

describe('what the last answer of a probe means', () => {
  it.each([
    ['HTTP probe failed with statuscode: 404', 'status', 'the path does not exist'],
    ['HTTP probe failed with statuscode: 401', 'status', 'wants a login'],
    ['HTTP probe failed with statuscode: 503', 'status', 'something it needs, fails'],
    ['Get "http://10.0.0.1:8080/": dial tcp 10.0.0.1:8080: connect: connection refused', 'refused', 'no process listens there'],
    ['Get "http://10.0.0.1:8080/": context deadline exceeded', 'timeout', 'timeoutSeconds of 1'],
    ['cat: /tmp/ready: No such file or directory', 'other', '/tmp/ready'],
  ])('%s', (words, kind, meaning) => {
    const failure = failureOf(`Readiness probe failed: ${words}`);
    expect(failure?.kind).toBe(kind);
    expect(failure && failureMeaning(failure, probe)).toContain(meaning);
  });

  it('is not taken from another probe of the pod', () => {
    expect(failureOf('Liveness probe failed: connection refused')).toBeUndefined();
    expect(failureOf('Liveness probe failed: connection refused', 'liveness')?.kind).toBe('refused');
  });

  it('is found too when the probe could not even be made', () => {
    expect(failureOf("Readiness probe errored: couldn't find port: health")?.message).toContain('find port');
  });
});
