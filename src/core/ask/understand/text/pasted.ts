import { columnsOf, isServiceRow } from './service-row.ts';

/** What pasted output of kubectl and pasted manifests say about Services. Only fields that are written there. */
export interface PastedService {
  readonly name: string;
  readonly namespace?: string;
  readonly type?: string;
  readonly externalIp?: string;
  /** Ports and node ports as printed. */
  readonly ports: readonly { readonly port: number; readonly nodePort?: number; readonly protocol?: string }[];
}

/** Rows of `kubectl get service`, found by the heading above them. */
export function readServiceTables(lines: readonly string[]): PastedService[] {
  let head: readonly string[] | undefined;
  return lines.flatMap((line): PastedService[] => {
    if (/(?:^|\s)NAME\s.*(?:TYPE|CLUSTER-IP|PORT\(S\))/.test(line)) {
      head = line.trim().split(/\s+/);
      return [];
    }
    const cells = line.trim().split(/\s+/);
    if (isServiceRow(line)) head ??= columnsOf(line);
    if (head === undefined || cells.length < head.length - 1) return [];
    const cell = (title: string) => {
      const at = head?.indexOf(title) ?? -1;
      return at < 0 ? undefined : cells[at];
    };
    const name = cell('NAME');
    // Every cluster has this one, so every full listing shows it.
    if (name === undefined || name === 'kubernetes' || !/^[a-z0-9][a-z0-9.-]{0,62}$/.test(name)) return [];
    const namespace = cell('NAMESPACE');
    const type = cell('TYPE');
    const externalIp = cell('EXTERNAL-IP');
    return [
      {
        name,
        ports: readPorts(cell('PORT(S)') ?? ''),
        ...(namespace === undefined ? {} : { namespace }),
        ...(type === undefined ? {} : { type }),
        ...(externalIp === undefined ? {} : { externalIp }),
      },
    ];
  });
}

function readPorts(cell: string): PastedService['ports'] {
  return cell.split(',').flatMap((one) => {
    const match = /^(\d{1,5})(?::(\d{1,5}))?(?:\/([A-Z]{3,4}))?$/.exec(one);
    if (match === null) return [];
    const [, port, nodePort, protocol] = match;
    return [
      {
        port: Number(port),
        ...(nodePort === undefined ? {} : { nodePort: Number(nodePort) }),
        ...(protocol === undefined ? {} : { protocol }),
      },
    ];
  });
}

/** The head of `kubectl describe service`. */
export function readDescribed(lines: readonly string[]): PastedService | undefined {
  const field = (name: string) =>
    lines
      .find((line) => line.trim().startsWith(`${name}:`))
      ?.trim()
      .slice(name.length + 1)
      .trim();
  const name = field('Name');
  if (name === undefined || !/^[a-z0-9][a-z0-9.-]{0,62}$/.test(name)) return undefined;
  const namespace = field('Namespace');
  const type = field('Type');
  const port = /(\d{1,5})\/(TCP|UDP|SCTP)/.exec(field('Port') ?? '');
  return {
    name,
    ports: port === null ? [] : [{ port: Number(port[1]), ...(port[2] === undefined ? {} : { protocol: port[2] }) }],
    ...(namespace === undefined ? {} : { namespace }),
    ...(type === undefined ? {} : { type }),
  };
}

/** The few fields of a pasted manifest that are facts; read by lines, since pasted YAML is often cut or badly indented. */
export interface PastedManifest {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly type?: string;
  readonly ports: readonly number[];
  readonly targetPorts: readonly (number | string)[];
  readonly protocols: readonly string[];
  readonly externalName?: string;
  readonly headless: boolean;
}

export function readManifests(texts: readonly string[]): PastedManifest[] {
  return texts.flatMap((text) => text.split(/^---\s*$/m)).map(readManifest);
}

function readManifest(text: string): PastedManifest {
  const first = (key: string) => new RegExp(`^[ \\t-]{0,40}${key}:[ \\t]{0,9}["']?([\\w.-]{1,253})`, 'm').exec(text)?.[1];
  const every = (key: string) =>
    [...text.matchAll(new RegExp(`^[ \\t-]{0,40}${key}:[ \\t]{0,9}["']?([\\w.-]{1,63})`, 'gm'))].map((match) => match[1] ?? '');
  const kind = first('kind');
  const name =
    /^metadata:[^\n]*\n(?:[ \t][^\n]*\n){0,30}?[ \t]{1,40}name:[ \t]{0,9}["']?([\w.-]{1,253})/m.exec(text)?.[1] ??
    first('name');
  const namespace = first('namespace');
  const type = first('type');
  const externalName = first('externalName');
  return {
    ports: every('port')
      .filter((port) => /^\d{1,5}$/.test(port))
      .map(Number),
    targetPorts: every('targetPort').map((port) => (/^\d{1,5}$/.test(port) ? Number(port) : port)),
    protocols: every('protocol'),
    headless: first('clusterIP') === 'None',
    ...(kind === undefined ? {} : { kind }),
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(type === undefined ? {} : { type }),
    ...(externalName === undefined ? {} : { externalName }),
  };
}
