import type { Json } from './merge-object.ts';
import { now } from './snapshot-of.ts';

/** The kubelet's two conditions follow from the containers, unless the scenario says otherwise. */
export function withReadiness(pod: Json): Json {
  const status = (pod['status'] ?? {}) as Json;
  const conditions = (status['conditions'] ?? []) as readonly Json[];
  const statuses = (status['containerStatuses'] ?? []) as readonly Json[];
  const ready = statuses.length > 0 && statuses.every((one) => one['ready'] === true);
  const derived = ['ContainersReady', 'Ready']
    .filter((type) => !conditions.some((one) => one['type'] === type))
    .map((type) => ({ type, status: ready ? 'True' : 'False', ...(!ready && { reason: 'ContainersNotReady' }) }));
  const podIP = status['podIP'];
  return {
    ...pod,
    status: {
      ...status,
      ...(typeof podIP === 'string' && { podIPs: [{ ip: podIP }] }),
      conditions: [...conditions, ...derived],
    },
  };
}

const spans: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `15m ago` and `in 20s` are times before and after the scenario's clock. */
export function withTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTimes);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTimes(one)]));
  }
  const found = typeof value === 'string' ? /^(in )?(\d+)([smhd])( ago)?$/u.exec(value) : null;
  if (found === null || (found[1] === undefined && found[4] === undefined)) return value;
  const ms = Number(found[2]) * (spans[found[3] ?? 's'] ?? 1) * 1000;
  return new Date(found[1] === undefined ? now - ms : now + ms).toISOString();
}
