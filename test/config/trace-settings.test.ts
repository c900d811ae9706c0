import { describe, expect, it } from 'vitest';
import { traceSettings } from '../../src/config/trace-settings.ts';

const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };

describe('the settings of traces', () => {
  it.each([
    {},
    { OTEL_EXPORTER_OTLP_ENDPOINT: ' ' },
    { ...endpoint, OTEL_SDK_DISABLED: 'true' },
    { ...endpoint, OTEL_TRACES_EXPORTER: 'none' },
  ])('are none with %j', (env) => {
    expect(traceSettings(env)).toBeUndefined();
  });

  it('come from the standard variables', () => {
    expect(
      traceSettings({
        ...endpoint,
        OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%20b,x=1',
        OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=prod,service.name=other',
        OTEL_SERVICE_NAME: 'bot',
        OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
        OTEL_TRACES_SAMPLER_ARG: '0.25',
      }),
    ).toEqual({
      url: 'http://collector:4318/v1/traces',
      headers: { 'api-key': 'a b', x: '1' },
      resource: { 'service.name': 'bot', 'deployment.environment': 'prod' },
      ratio: 0.25,
    });
  });

  it('take the address of traces as it is', () => {
    const settings = traceSettings({ ...endpoint, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://t.example/in' });
    expect(settings?.url).toBe('https://t.example/in');
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, /OTEL_EXPORTER_OTLP_ENDPOINT must be an address/u],
    [{ ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /is grpc; k8s-svc sends JSON over HTTP/u],
    [{ ...endpoint, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: 'x' }, /OTEL_TRACES_SAMPLER_ARG must be/u],
  ])('say what is wrong with %j', (env, say) => {
    expect(() => traceSettings(env)).toThrow(expect.objectContaining({ next: [expect.stringMatching(say)] }));
  });
});
