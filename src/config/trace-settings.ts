import { Problem } from '../core/problem/problem.ts';
import { given, type Environment } from './environment.ts';

/** Where traces go, as the standard variables of OpenTelemetry say. */
export interface TraceSettings {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the process is: `service.name` and whatever else was given. */
  readonly resource: Readonly<Record<string, string>>;
  /** The share of requests that is traced, 0 to 1. */
  readonly ratio: number;
}

/**
 * Undefined when no endpoint is set, or traces are turned off. Throws a bad-request Problem that names the variable, never its
 * value. Source: opentelemetry.io/docs/specs/otel/protocol/exporter and …/configuration/sdk-environment-variables
 */
export function traceSettings(env: Environment): TraceSettings | undefined {
  const base = given(env, 'OTEL_EXPORTER_OTLP_ENDPOINT')?.trim();
  const own = given(env, 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT')?.trim();
  const off = given(env, 'OTEL_SDK_DISABLED')?.toLowerCase() === 'true' || given(env, 'OTEL_TRACES_EXPORTER') === 'none';
  const address = own ?? (base === undefined ? undefined : `${base.endsWith('/') ? base : `${base}/`}v1/traces`);
  if (address === undefined || off) return undefined;
  const name = own === undefined ? 'OTEL_EXPORTER_OTLP_ENDPOINT' : 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT';
  if (!/^https?:\/\/[^\s/]/u.test(address) || !URL.canParse(address))
    throw wrong(`${name} must be an address: http://collector:4318`);
  const protocol = given(env, 'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL') ?? given(env, 'OTEL_EXPORTER_OTLP_PROTOCOL');
  if (protocol === 'grpc')
    throw wrong('OTEL_EXPORTER_OTLP_PROTOCOL is grpc; k8s-svc sends JSON over HTTP, to port 4318 of a collector');
  return {
    url: address,
    headers: pairs(given(env, 'OTEL_EXPORTER_OTLP_TRACES_HEADERS') ?? given(env, 'OTEL_EXPORTER_OTLP_HEADERS') ?? ''),
    resource: {
      'service.name': 'k8s-svc',
      ...pairs(given(env, 'OTEL_RESOURCE_ATTRIBUTES') ?? ''),
      ...(given(env, 'OTEL_SERVICE_NAME') === undefined ? {} : { 'service.name': given(env, 'OTEL_SERVICE_NAME') ?? '' }),
    },
    ratio: ratioOf(given(env, 'OTEL_TRACES_SAMPLER') ?? '', given(env, 'OTEL_TRACES_SAMPLER_ARG')),
  };
}

function ratioOf(sampler: string, argument: string | undefined): number {
  if (sampler.endsWith('always_off')) return 0;
  if (!sampler.endsWith('traceidratio')) return 1;
  const ratio = Number(argument ?? 1);
  if (!(ratio >= 0 && ratio <= 1)) throw wrong('OTEL_TRACES_SAMPLER_ARG must be a share from 0 to 1');
  return ratio;
}

/** `key=value,key2=value2`, each value percent-encoded. */
function pairs(list: string): Record<string, string> {
  const entries = list.split(',').flatMap((pair) => {
    const equals = pair.indexOf('=');
    return equals < 1 ? [] : [[pair.slice(0, equals).trim(), decoded(pair.slice(equals + 1).trim())] as const];
  });
  return Object.fromEntries(entries);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function wrong(say: string): Problem {
  return new Problem('bad-request', 'The configuration in the environment is not right.', [say]);
}
