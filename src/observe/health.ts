/** One thing that k8s-svc stands on. `say` is one sentence without names, addresses or anything secret. */
export interface HealthPart {
  readonly name: string;
  /** `degraded`: it goes on with less. `down`: it cannot answer, and wants no new requests. */
  readonly state: 'ok' | 'degraded' | 'down';
  readonly say?: string;
}

type Looked = HealthPart | readonly HealthPart[];

/**
 * Looks when it is asked, at one thing or at as many as there are. What throws or takes too long is degraded: a health check
 * must not take the bot down.
 */
export type HealthCheck = () => Looked | Promise<Looked>;

export interface Health {
  readonly state: HealthPart['state'];
  readonly parts: readonly HealthPart[];
}

const patienceMs = 1_000;

/** All parts, looked at side by side; as bad as the worst of them. Never rejects. */
export async function lookAt(checks: Readonly<Record<string, HealthCheck>>, waitMs = patienceMs): Promise<Health> {
  const looked = await Promise.all(Object.entries(checks).map(([name, check]) => inTime(name, check, waitMs)));
  const parts = looked.flat();
  const has = (state: HealthPart['state']) => parts.some((part) => part.state === state);
  return { state: has('down') ? 'down' : has('degraded') ? 'degraded' : 'ok', parts };
}

async function inTime(name: string, check: HealthCheck, waitMs: number): Promise<Looked> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<HealthPart>((resolve) => {
    timer = setTimeout(() => resolve({ name, state: 'degraded', say: 'It does not answer in time.' }), waitMs);
    timer.unref();
  });
  try {
    return await Promise.race([Promise.resolve().then(check), late]);
  } catch {
    return { name, state: 'degraded', say: 'It cannot be looked at.' };
  } finally {
    clearTimeout(timer);
  }
}
