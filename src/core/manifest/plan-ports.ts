import { allOf, type AppProtocol, type AskedFacts } from '../ask/asked-facts.ts';
import type { Protocol } from '../model/kinds/service.ts';
import type { WorkloadFacts, WorkloadPort } from '../tree/workload-facts.ts';
import type { Hints } from '../tree/known.ts';
import { nameRow, type PortRow } from './port-name.ts';
import type { PlanPort, TemplateName } from './plan.ts';
import { portName, portNumber } from './schema/names.ts';

interface Planned {
  readonly ports: readonly PlanPort[];
  /** Neither the person nor the cluster told a port. */
  readonly guessed: boolean;
}

/** Here the pods themselves are called: a headless Service translates no port, and a port-forward leads to a pod. */
const callsPods: ReadonlySet<TemplateName> = new Set(['headless', 'port-forward']);

/**
 * Ports that the person said, else those under which the workload's Service is called already, else those of its containers;
 * `guessed` when there is none of them.
 */
export function planPorts(
  template: TemplateName,
  facts: AskedFacts,
  workload: WorkloadFacts | undefined,
  hints: Hints,
): Planned {
  const transports = transportsOf(allOf(facts.protocol));
  const declared = (workload?.ports ?? []).filter((one) => facts.protocol === undefined || transports.includes(one.protocol));
  const known = callsPods.has(template) ? undefined : rowsOfExisting(workload, declared);
  const rows = statedRows(facts, transports, declared) ?? known ?? declaredRows(declared);
  const speaksGrpc = allOf(facts.protocol).includes('gRPC');
  const hasNodePort = template === 'node-port' || template === 'load-balancer';
  const taken = new Set<string>();
  const ports: PlanPort[] = [];
  for (const row of withoutTwins(rows ?? guessedRows(facts, transports))) {
    // A node port that was named twice is given once: the API takes it for one port only.
    const nodePort = hasNodePort ? [...new Set(hints.nodePorts)][ports.length] : undefined;
    ports.push({
      name: nameRow(row, facts, taken),
      protocol: row.protocol,
      port: row.port,
      targetPort: template === 'selectorless' && typeof row.target === 'string' ? row.port : row.target,
      ...(speaksGrpc && row.protocol === 'TCP' ? { appProtocol: 'kubernetes.io/h2c' } : {}),
      ...(nodePort === undefined ? {} : { nodePort }),
    });
  }
  return { ports, guessed: rows === undefined };
}

function statedRows(
  facts: AskedFacts,
  transports: readonly Protocol[],
  declared: readonly WorkloadPort[],
): readonly PortRow[] | undefined {
  const ports = allOf(facts.port).filter((port) => portNumber.safeParse(port).success);
  const targets = allOf(facts.targetPort).filter(isTarget);
  const named = ports.length > 0 ? ports : targets.filter((target) => typeof target === 'number');
  if (named.length === 0) return undefined;
  return named.flatMap((port, index) =>
    transports.map((protocol) => ({ port, protocol, target: targets[index] ?? targetOf(port, declared, named.length) })),
  );
}

function isTarget(target: number | string): boolean {
  return (typeof target === 'number' ? portNumber : portName).safeParse(target).success;
}

/** The ports of a Service that is there, when its containers declare all of what it leads to: a fault in it is not written again. */
function rowsOfExisting(
  workload: WorkloadFacts | undefined,
  declared: readonly WorkloadPort[],
): readonly PortRow[] | undefined {
  const ports = workload?.services[0]?.spec.ports ?? [];
  const leads = ports.every(({ protocol, targetPort }) =>
    declared.some((one) => one.protocol === protocol && (one.name === targetPort || one.port === targetPort)),
  );
  if (ports.length === 0 || !leads) return undefined;
  return ports.map(({ port, protocol, targetPort }) => ({ port, protocol, target: targetPort }));
}

function declaredRows(declared: readonly WorkloadPort[]): readonly PortRow[] | undefined {
  if (declared.length === 0) return undefined;
  return declared.map(({ name, port, protocol }) => ({ port, protocol, target: name === '' ? port : name }));
}

function guessedRows(facts: AskedFacts, transports: readonly Protocol[]): readonly PortRow[] {
  const target = typeof facts.targetPort === 'string' && isTarget(facts.targetPort) ? facts.targetPort : 8080;
  return transports.map((protocol) => ({ port: 80, protocol, target }));
}

function transportsOf(protocols: readonly AppProtocol[]): readonly Protocol[] {
  const transports = protocols.map((one): Protocol => (one === 'UDP' || one === 'SCTP' ? one : 'TCP'));
  return transports.length === 0 ? ['TCP'] : [...new Set(transports)];
}

/** The container port of that number; else the only container port there is. */
function targetOf(port: number, declared: readonly WorkloadPort[], howMany: number): number | string {
  const only = howMany === 1 && declared.length === 1 ? declared[0] : undefined;
  const container = declared.find((one) => one.port === port) ?? only;
  if (container === undefined) return port;
  return container.name === '' ? container.port : container.name;
}

function withoutTwins(rows: readonly PortRow[]): readonly PortRow[] {
  const key = (row: PortRow) => `${row.protocol} ${row.port}`;
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}
