import { containersOf, lastEnd } from '../pods/container-state.ts';
import type { Pod } from '../kinds/pod.ts';
import type { Service } from '../kinds/service.ts';
import { servingContainers } from '../pods/pod-state.ts';

/**
 * Images that read variables of their own name as configuration, by the last part of their name: a Service of that name
 * then gives them NAME_PORT=tcp://…
 */
const readsOwnName =
  /^(?:redis.*|kong.*|neo4j|rabbitmq|mlflow|jenkins|kafka|cp-kafka|schema-registry|cp-schema-registry|ksqldb.*|zookeeper|cp-zookeeper|nexus3?|gitea|postgres.*|mysql|mariadb|mongo(?:db)?|vault|consul|influxdb|nats|clickhouse.*|ghost|keycloak|sonarqube|couchdb|rethinkdb|solr)$/u;

/** A variable that the kubelet makes from a Service and the application may take for its own setting. */
export interface TakenVariable {
  readonly service: Service;
  readonly variable: string;
  readonly value: string;
  /** The container's last words when they name the variable or its value; undefined when nothing proves it. */
  readonly words: string | undefined;
}

/** The kubelet makes them for every Service with a cluster IP. Source: kubernetes.io …/service/#environment-variables */
export function takenVariable(pod: Pod, services: readonly Service[]): TakenVariable | undefined {
  if (!pod.spec.enableServiceLinks) return undefined;
  const words = containersOf(pod).map((container) => lastEnd(container)?.message ?? '');
  const set = new Set(servingContainers(pod.spec).flatMap((container) => container.env.map((one) => one.name)));
  const possible = services.flatMap((service): readonly TakenVariable[] => {
    const { clusterIP, ports } = service.spec;
    const [port] = ports;
    if (clusterIP === '' || clusterIP === 'None' || port === undefined) return [];
    const prefix = service.metadata.name.toUpperCase().replaceAll('-', '_');
    const variable = `${prefix}_PORT`;
    if (set.has(variable)) return [];
    const value = `${port.protocol.toLowerCase()}://${clusterIP}:${port.port}`;
    const said = words.find((one) => new RegExp(`\\b${prefix}_(?:PORT|SERVICE_)`, 'u').test(one) || one.includes(value));
    const known = said === undefined && isReadBy(pod, service.metadata.name);
    return said === undefined && !known ? [] : [{ service, variable, value, words: said }];
  });
  return possible.find((one) => one.words !== undefined) ?? possible[0];
}

function isReadBy(pod: Pod, name: string): boolean {
  return pod.spec.containers.some((container) => {
    const image =
      container.image
        .replace(/@.*$/u, '')
        .replace(/:[^/:]*$/u, '')
        .split('/')
        .at(-1) ?? '';
    return readsOwnName.test(image) && (image === name || image.replace(/^cp-/u, '') === name);
  });
}

const TOO_LONG = /argument list too long/iu;
/** From about here on the variables of all Services no longer fit into the environment of a process. */
export const MANY_SERVICES = 1000;

/** True when the process could not be started because its environment is too big. */
export function isEnvironmentTooBig(pod: Pod): boolean {
  return containersOf(pod).some((container) => {
    const state = container.status?.state;
    return TOO_LONG.test(lastEnd(container)?.message ?? '') || (state?.is === 'waiting' && TOO_LONG.test(state.message));
  });
}
