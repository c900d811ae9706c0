import { beforeAll, describe, expect, it } from 'vitest';
import { kubectl } from './support/cluster.ts';
import { askCli } from './support/run-cli.ts';
import { applyWorkloads } from './support/workloads.ts';

const namespace = 'explained';
const NODE_PORTS_FROM = 30_000;

/** As much of what the API serves as is compared. */
interface Served {
  readonly metadata: {
    readonly name: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly managedFields: readonly { readonly manager: string; readonly operation: string; readonly time: string }[];
  };
  readonly spec: {
    readonly type: string;
    readonly clusterIPs?: readonly string[];
    readonly externalName?: string;
    readonly externalIPs?: readonly string[];
    readonly selector?: Readonly<Record<string, string>>;
    readonly ports?: readonly {
      readonly name?: string;
      readonly port: number;
      readonly protocol: string;
      readonly targetPort: number | string;
      readonly nodePort?: number;
    }[];
    readonly externalTrafficPolicy?: string;
    readonly internalTrafficPolicy?: string;
    readonly healthCheckNodePort?: number;
    readonly sessionAffinity?: string;
    readonly sessionAffinityConfig?: { readonly clientIP: { readonly timeoutSeconds: number } };
    readonly trafficDistribution?: string;
    readonly loadBalancerClass?: string;
    readonly loadBalancerSourceRanges?: readonly string[];
    readonly ipFamilies?: readonly string[];
    readonly publishNotReadyAddresses?: boolean;
  };
  readonly status: {
    readonly loadBalancer?: { readonly ingress?: readonly { readonly ip: string; readonly ipMode: string }[] };
  };
}

interface Slice {
  readonly ports: readonly { readonly name?: string; readonly port: number }[] | null;
  readonly endpoints:
    | readonly {
        readonly addresses: readonly string[];
        readonly conditions: { readonly ready?: boolean };
        readonly nodeName?: string;
        readonly zone?: string;
        readonly hostname?: string;
        readonly hints?: object;
        readonly targetRef?: { readonly name: string };
      }[]
    | null;
}

const get = async <T>(...args: readonly string[]): Promise<T> =>
  JSON.parse(await kubectl(['get', ...args, '--show-managed-fields', '--output=json'])) as T;

beforeAll(async () => {
  await applyWorkloads('explain');
  const ingress = [{ ip: '203.0.113.44', ipMode: 'Proxy' }];
  await kubectl([
    'patch',
    'service',
    'public',
    `--namespace=${namespace}`,
    '--subresource=status',
    '--type=merge',
    `--patch=${JSON.stringify({ status: { loadBalancer: { ingress } } })}`,
  ]);
  await kubectl([
    'patch',
    'service',
    'web',
    `--namespace=${namespace}`,
    '--type=merge',
    '--field-manager=kubectl-edit',
    `--patch=${JSON.stringify({ spec: { sessionAffinity: 'ClientIP' } })}`,
  ]);
});

const asked = new Map<string, ReturnType<typeof ask>>();

/** Each Service is asked about once: nothing changes any more. */
function explained(name: string, where = namespace): ReturnType<typeof ask> {
  const key = `${where}/${name}`;
  const answer = asked.get(key) ?? ask(name, where);
  asked.set(key, answer);
  return answer;
}

/** The words of `explain` in lines, and the lines under each heading. */
async function ask(name: string, where: string) {
  const { code, answer } = await askCli(['explain', name, '-n', where]);
  const lines = answer.text.split('\n');
  const under = (heading: string): readonly string[] => {
    const from = lines.indexOf(heading);
    if (from === -1) return [];
    const rest = lines.slice(from + 1);
    // A table has an empty line before it when words stand above it.
    const headings = new Set(['Ports', 'Endpoints', 'Who can reach it', 'DNS names', 'What leads here', 'What limits it']);
    const end = rest.findIndex((line) => headings.has(line) || line.startsWith('What ') || line.startsWith('Next:'));
    return rest.slice(0, end === -1 ? undefined : end).filter((line) => line !== '');
  };
  return { code, text: answer.text, headline: answer.headline, lines, under };
}

/** What the API says, in the words in which it has to be found. */
function wordsOf({ metadata, spec, status }: Served, slices: readonly Slice[]): readonly string[] {
  const { name } = metadata;
  const ports = spec.ports ?? [];
  const headless = spec.clusterIPs?.[0] === 'None';
  const full = `${name}.${namespace}.svc.cluster.local`;
  const protocolOf = (port: (typeof ports)[number]) =>
    port.protocol === 'TCP' ? `${port.port}` : `${port.port}/${port.protocol}`;
  return [
    `${name} in ${namespace} is `,
    full,
    ...(spec.clusterIPs ?? []).filter((ip) => ip !== 'None').map((ip) => `${ip.includes(':') ? 'AAAA' : 'A'} ${ip}`),
    ...(spec.externalName === undefined ? [] : [`CNAME ${spec.externalName}`]),
    ...Object.entries(spec.selector ?? {}).map(([key, value]) => `${key}=${value}`),
    ...ports.flatMap((port) => [
      protocolOf(port),
      ...(port.name === undefined ? [] : [`SRV _${port.name}._${port.protocol.toLowerCase()}.${full}`]),
      ...(port.nodePort === undefined ? [] : [`${port.nodePort}`]),
    ]),
    ...(spec.externalIPs ?? []),
    ...(status.loadBalancer?.ingress ?? []).flatMap(({ ip, ipMode }) => [ip, ...(ipMode === 'Proxy' ? ['ipMode: Proxy'] : [])]),
    ...(spec.externalTrafficPolicy === undefined || spec.loadBalancerClass !== undefined
      ? []
      : [`externalTrafficPolicy: ${spec.externalTrafficPolicy}`]),
    ...(spec.internalTrafficPolicy === 'Local' ? ['internalTrafficPolicy: Local'] : []),
    ...(spec.sessionAffinity === 'ClientIP' ? ['sessionAffinity: ClientIP'] : []),
    ...(spec.trafficDistribution === undefined ? [] : [`trafficDistribution: ${spec.trafficDistribution}`]),
    ...(spec.loadBalancerClass === undefined ? [] : [`class ${spec.loadBalancerClass}`]),
    ...(spec.loadBalancerSourceRanges ?? []).map((range) => `only from ${range}`),
    ...(spec.ipFamilies?.length === 2 ? [`it answers on ${spec.ipFamilies.join(' and ')}, ${spec.ipFamilies[0]} first`] : []),
    ...(spec.publishNotReadyAddresses === true ? ['publishNotReadyAddresses: true'] : []),
    ...Object.entries(metadata.annotations ?? {}).flatMap(([key, value]) => (key.startsWith('a8r.io/') ? [value] : [])),
    ...slices.flatMap(({ endpoints }) =>
      (endpoints ?? []).flatMap(({ hostname, addresses }) =>
        headless && hostname !== undefined ? [`${hostname}.${full} → ${addresses.join(', ')}`] : [],
      ),
    ),
  ];
}

const services = [
  'web',
  'node-port',
  'node-port-local',
  'public',
  'pending',
  'db',
  'partner',
  'legacy',
  'dual',
  'external',
  'sticky',
  'near',
  'same-node',
  'names',
  'typo',
] as const;

describe.concurrent('explain says what the API says of', () => {
  it.for(services)('%s', async (name, { expect }) => {
    const [service, { items: slices }, { text, under, lines }] = await Promise.all([
      get<Served>(`service/${name}`, `--namespace=${namespace}`),
      get<{ items: readonly Slice[] }>(
        'endpointslices',
        `--namespace=${namespace}`,
        `--selector=kubernetes.io/service-name=${name}`,
      ),
      explained(name),
    ]);
    const missing = wordsOf(service, slices).filter((words) => !text.includes(words));
    expect(missing).toEqual([]);

    const type = service.spec.clusterIPs?.[0] === 'None' ? 'Headless' : service.spec.type;
    expect(lines.find((line) => line.startsWith('Type:'))).toMatch(new RegExp(`^Type: +${type}$`, 'u'));

    // One row a port, with the node port and what the pods declare.
    const rows = under('Ports').map((line) => line.trim().split(/\s{2,}/u));
    for (const port of service.spec.type === 'ExternalName' ? [] : (service.spec.ports ?? [])) {
      const row = rows.find((cells) => cells[1] === (port.name ?? '–') && cells[0]?.startsWith(String(port.port)));
      expect(row, `port ${port.port}`).toBeDefined();
      if (port.nodePort !== undefined) expect(row).toContain(String(port.nodePort));
      if (service.spec.selector !== undefined) expect(row).toContain(String(port.targetPort));
      const number = slices.flatMap((slice) => slice.ports ?? []).find((one) => (one.name ?? '') === (port.name ?? ''))?.port;
      if (number !== undefined && service.spec.selector !== undefined && typeof port.targetPort === 'string')
        expect(row?.join(' ')).toContain(`${number} (container `);
    }

    // Every endpoint once, with its addresses of both families, its node, its zone and its state.
    const table = under('Endpoints');
    const byTarget = Map.groupBy(
      slices.flatMap(({ endpoints }) => endpoints ?? []),
      (endpoint) => endpoint.targetRef?.name ?? endpoint.addresses.join(),
    );
    for (const [target, endpoints] of byTarget) {
      const [first] = endpoints;
      const row = table.find((line) => line.startsWith(`${target} `)) ?? '';
      for (const word of [...endpoints.flatMap(({ addresses }) => addresses), first?.nodeName, first?.zone]) {
        if (word !== undefined) expect(row).toContain(word);
      }
      expect(row.endsWith(first?.conditions.ready === false ? 'not ready' : 'ready')).toBe(true);
    }
    expect(table.filter((line) => /\b(?:10\.244|fd|192\.168)/u.test(line))).toHaveLength(byTarget.size);

    // No field that the API does not have is told.
    if (!service.spec.ports?.some(({ nodePort }) => (nodePort ?? 0) >= NODE_PORTS_FROM))
      expect(text).not.toContain('Network of the nodes');
    if (service.spec.sessionAffinity !== 'ClientIP') expect(text).not.toContain('sessionAffinity');
    if (service.spec.trafficDistribution === undefined) expect(text).not.toContain('trafficDistribution');
    if (service.spec.internalTrafficPolicy !== 'Local') expect(text).not.toContain('internalTrafficPolicy');
  });
});

describe('explain on a real API server', () => {
  it('counts every Service of this test', () => {
    expect(services).toHaveLength(15);
  });

  it('says in its first sentences who reaches what', async () => {
    const service = async (name: string) => {
      const { lines } = await explained(name);
      return lines[2] ?? '';
    };
    expect(await service('web')).toBe(
      'Pods in any namespace reach it at web.explained on ports 80 and 9090. Ingress shop for shop.example/ leads here.',
    );
    expect(await service('public')).toContain('From the internet it is 203.0.113.44:443, for clients in 192.0.2.0/24 only.');
    expect(await service('pending')).toContain('Nobody outside reaches it yet: its load balancer has no address.');
    expect(await service('db')).toBe(
      'Its address for pods of any namespace is db.explained:5432. NetworkPolicy db-from-web lets only pods with app=web of this namespace in.',
    );
    expect(await service('external')).toContain('Where the network routes it to a node, it is 198.51.100.77:80 too.');
    expect(await service('typo')).toContain('but nothing answers there');
  });

  it('names the node that takes traffic for externalTrafficPolicy Local', async () => {
    const [{ text }, { items }] = await Promise.all([
      explained('node-port-local'),
      get<{ items: readonly { readonly status: { readonly hostIP?: string } }[] }>(
        'pods',
        `--namespace=${namespace}`,
        '--selector=app=web',
      ),
    ]);
    const hosts = items.map(({ status }) => status.hostIP);
    expect(hosts).toContain(
      /it is (?<host>[\d.]+):3\d{4}, and the same on every node with a ready pod/u.exec(text)?.groups?.['host'],
    );
  });

  it('tells the last writers of a Service from its managedFields', async () => {
    const [{ text, under }, { metadata }] = await Promise.all([
      explained('web'),
      get<Served>('service/web', `--namespace=${namespace}`),
    ]);
    expect(metadata.managedFields.map(({ manager }) => manager).toSorted()).toEqual(['kubectl', 'kubectl-edit']);
    expect(text).toMatch(/^Last change: [\dms]+ ago by kubectl edit \(spec\./mu);
    expect(under('What changed').join('\n')).toMatch(/kubectl edit \(spec\..*\n.*kubectl apply --server-side \(/u);
    expect(text).toMatch(/set by hand \(kubectl edit, [\dms]+ ago\), past what manages it/u);
  });

  it('follows an alias into another namespace, and reads it there', async () => {
    const { lines, code } = await explained('storefront', 'explained-other');
    expect(code).toBe(0);
    expect(lines[2]).toBe(
      'DNS sends pods that ask for storefront.explained-other to web.explained.svc.cluster.local. That name is Service explained/web, an internal (ClusterIP) Service; 3 of 3 pods answer.',
    );
  });
});
