import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/core/answer/build.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { createMetrics } from '../../src/observe/metrics.ts';

const make = () => createMetrics({ version: '1.2.3', delay: () => ({ meanMs: 1, maxMs: 1_500 }), underWay: () => 7 });
const asker = { userId: 'U1', teamId: 'T1', channelId: 'C1', via: 'mention' } as const;

describe('the metrics', () => {
  it('count requests, Slack, API servers, checks, feedback, alerts and refusals', async () => {
    const metrics = await make();
    metrics.request({
      requestId: 'r',
      asker,
      request: parseWords('triage web'),
      answer: answer('triage', 'x'),
      durationMs: 120,
    });
    metrics.slackCall({ method: 'chat.postMessage', outcome: 'rate_limited', durationMs: 80 });
    metrics.apiCall({ method: 'GET', path: '/api/v1/namespaces/shop/pods', status: 403, bytes: 300, durationMs: 4 });
    metrics.feedback('triage', 'good');
    metrics.alert('passed-over');
    metrics.refused('too-many');
    const { type, text } = await metrics.read();
    expect(type).toContain('text/plain');
    const ours = text.split('\n').filter((line) => line.startsWith('k8s_svc_') && !/_bucket|_sum|duration/u.test(line));
    expect(ours).toEqual([
      'k8s_svc_requests_total{verb="triage",intent="triage",outcome="answered",surface="mention"} 1',
      'k8s_svc_slack_calls_total{method="chat.postMessage",outcome="rate_limited"} 1',
      'k8s_svc_api_requests_total{method="GET",resource="pods",status="403"} 1',
      'k8s_svc_api_response_bytes_total{resource="pods"} 300',
      'k8s_svc_feedback_total{intent="triage",value="good"} 1',
      'k8s_svc_alerts_total{outcome="passed-over"} 1',
      'k8s_svc_refused_total{reason="too-many"} 1',
      'k8s_svc_requests_under_way 7',
      'k8s_svc_event_loop_delay_seconds 1.5',
      `k8s_svc_build_info{version="1.2.3",node="${process.versions.node}"} 1`,
    ]);
    expect(text).toContain('k8s_svc_request_duration_seconds_bucket{le="0.25",verb="triage"} 1');
    expect(text).toMatch(/^process_resident_memory_bytes \d+/mu);
  });

  it('have no name of anyone or anything in a label, and no more series for more names', async () => {
    const metrics = await make();
    const word = fc.stringMatching(/^q[a-z]{8,20}$/u);
    const seen: string[] = [];
    let series = 0;
    await fc.assert(
      fc.asyncProperty(word, word, word, word, async (service, namespace, cluster, person) => {
        seen.push(service, namespace, cluster, person);
        const who = { userId: person, teamId: person, channelId: person, via: 'slash' } as const;
        const request = { verb: 'triage', service, namespace, cluster, why: false } as const;
        metrics.request({ requestId: person, asker: who, request, answer: answer('triage', service), durationMs: 1 });
        metrics.apiCall({
          method: 'GET',
          path: `/api/v1/namespaces/${namespace}/services`,
          status: 200,
          bytes: 1,
          durationMs: 1,
        });
        metrics.apiCall({ method: 'GET', path: `/apis/${service}/v1/${namespace}`, status: 200, bytes: 1, durationMs: 1 });
        const { text } = await metrics.read();
        const lines = text.split('\n').filter((line) => line.startsWith('k8s_svc_'));
        expect(seen.filter((name) => text.includes(name))).toEqual([]);
        if (series === 0) series = lines.length;
        expect(lines).toHaveLength(series);
      }),
      { numRuns: 20 },
    );
  });
});
