import { portName, portNumber } from '../../core/manifest/schema/names.ts';

/** One port of the form; `target` only where it was written. */
interface PortRow {
  readonly port: number;
  readonly target?: number | string;
  readonly protocol: Transport;
}

type Transport = 'TCP' | 'UDP' | 'SCTP';

/** The ports as a request says them: each target belongs to the port at its place, each protocol to all ports. */
export interface FormPorts {
  readonly ports: readonly number[];
  /** Empty when no line names a target. */
  readonly targets: readonly (number | string)[];
  readonly protocols: readonly Transport[];
}

const line = /^(?<port>[^\s:/]+)(?:\s*:\s*(?<target>[^\s:/]+))?(?:\s*\/\s*(?<protocol>\w+))?$/u;

/** Lines as `80`, `80:8080`, `80:http` or `53/UDP`; else the sentence that says what is wrong and where. Throws nothing. */
export function readPortLines(text: string): FormPorts | { readonly fault: string } {
  const rows: PortRow[] = [];
  const lines = text.split(/[\n,]/u).map((one) => one.trim());
  for (const [index, words] of lines.entries()) {
    if (words === '') continue;
    const row = readRow(words);
    if (typeof row === 'string') return { fault: `Line ${index + 1}: ${row}` };
    if (rows.some((one) => one.port === row.port && one.protocol === row.protocol))
      return { fault: `Line ${index + 1}: port ${row.port}/${row.protocol} stands twice.` };
    rows.push(row);
  }
  return together(rows);
}

function readRow(words: string): PortRow | string {
  const { port, target, protocol = 'TCP' } = line.exec(words)?.groups ?? {};
  if (port === undefined) return `"${words.slice(0, 40)}" is no port. Write PORT or PORT:TARGET, for example 80:8080.`;
  if (!isNumber(port)) return `"${port.slice(0, 40)}" is no port: a whole number from 1 to 65535.`;
  const transport = (['TCP', 'UDP', 'SCTP'] as const).find((one) => one === protocol.toUpperCase());
  if (transport === undefined) return `"${protocol.slice(0, 40)}" is no protocol: TCP, UDP or SCTP.`;
  if (target === undefined) return { port: Number(port), protocol: transport };
  if (isNumber(target)) return { port: Number(port), target: Number(target), protocol: transport };
  if (/^\d+$/u.test(target) || !portName.safeParse(target).success)
    return `"${target.slice(0, 40)}" is no target: a number from 1 to 65535, or the name of a container port.`;
  return { port: Number(port), target, protocol: transport };
}

function isNumber(word: string): boolean {
  return /^\d{1,5}$/u.test(word) && portNumber.safeParse(Number(word)).success;
}

/** A request has one list of protocols for all of its ports, and one target for each port. */
function together(rows: readonly PortRow[]): FormPorts | { readonly fault: string } {
  const protocols = [...new Set(rows.map((row) => row.protocol))];
  const byPort = Map.groupBy(rows, (row) => row.port);
  for (const [port, same] of byPort) {
    if (same.length < protocols.length)
      return {
        fault: `Port ${port} is not written for ${protocols.join(' and ')}: one manifest has the same protocols for all ports.`,
      };
    if (new Set(same.map((row) => row.target)).size > 1)
      return { fault: `Port ${port} has one target for all of its protocols, not two.` };
  }
  const first = [...byPort.values()].flatMap((same) => same.slice(0, 1));
  const named = first.some((row) => row.target !== undefined);
  return {
    ports: first.map((row) => row.port),
    // Without a target a port leads to its own number, as the API has it.
    targets: named ? first.map((row) => row.target ?? row.port) : [],
    protocols,
  };
}

/** The ports of a Service as lines that `readPortLines` reads back. */
export function toPortLines(
  ports: readonly { readonly port: number; readonly targetPort?: number | string; readonly protocol?: string }[],
): string {
  return ports
    .map(({ port, targetPort = port, protocol = 'TCP' }) => {
      const target = targetPort === port ? '' : `:${targetPort}`;
      return `${port}${target}${protocol === 'TCP' ? '' : `/${protocol}`}`;
    })
    .join('\n');
}
