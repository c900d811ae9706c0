import { describe, expect, it } from 'vitest';
import { isEnvironmentTooBig, takenVariable } from '../../../../src/core/model/names/service-variables.ts';
import { projected, projectedOne } from '../../../support/projected.ts';

const services = projected(
  'services',
  `
- {metadata: {name: schema-registry}, spec: {clusterIP: 10.96.0.5, ports: [{port: 8081}]}}
- {metadata: {name: kafka}, spec: {clusterIP: None, ports: [{port: 9092}]}}
`,
);
const podWith = (spec: string, message = '') =>
  projectedOne(
    'pods',
    `{metadata: {name: p}, spec: {containers: [{name: c, ${spec}}]}, status: {containerStatuses: [{name: c, lastState: {terminated: {exitCode: 1, message: ${JSON.stringify(message)}}}}]}}`,
  );

describe('a variable that is made from a Service and taken for a setting', () => {
  it('is proven by last words that name it', () => {
    const taken = takenVariable(podWith('image: app', 'bad value in SCHEMA_REGISTRY_PORT'), services);
    expect(taken).toMatchObject({ variable: 'SCHEMA_REGISTRY_PORT', value: 'tcp://10.96.0.5:8081' });
    expect(taken?.words).toBeDefined();
  });

  it('is possible when an application that reads its own name has a Service of that name', () => {
    expect(takenVariable(podWith('image: "confluentinc/cp-schema-registry:7"'), services)?.words).toBeUndefined();
    expect(takenVariable(podWith('image: "confluentinc/cp-schema-registry:7"'), services)?.variable).toBe(
      'SCHEMA_REGISTRY_PORT',
    );
  });

  it.each([
    ['image: app', ''],
    ['image: app', 'panic: nil map'],
    // A headless Service makes no variables.
    ['image: "confluentinc/cp-kafka:7"', ''],
    ['image: app, env: [{name: SCHEMA_REGISTRY_PORT, value: "8081"}]', 'bad value in SCHEMA_REGISTRY_PORT'],
  ])('is not in %s with the words "%s"', (spec, message) => {
    expect(takenVariable(podWith(spec, message), services)).toBeUndefined();
  });

  it('tells an environment that is too big for a process', () => {
    expect(isEnvironmentTooBig(podWith('image: app', 'exec /app: argument list too long'))).toBe(true);
    expect(isEnvironmentTooBig(podWith('image: app', 'exec /app: no such file'))).toBe(false);
  });
});
