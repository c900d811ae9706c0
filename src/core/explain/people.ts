import { link, plain, type Text } from '../answer/text.ts';
import type { Service } from '../model/kinds/service.ts';

/** What teams write down about a Service for other people. Source: ambassadorlabs.github.io/k8s-for-humans */
const names: Readonly<Record<string, string>> = {
  description: 'Description',
  owner: 'Owner',
  chat: 'Chat',
  runbook: 'Runbook',
  support: 'Support',
  bugs: 'Bugs',
  incidents: 'Incidents',
  documentation: 'Documentation',
  repository: 'Repository',
  logs: 'Logs',
  uptime: 'Uptime',
  performance: 'Dashboards',
  dependencies: 'Depends on',
};

/** `a8r.io/*` annotations as rows; web addresses become links. */
export function peopleRows(service: Service): (readonly [string, Text])[] {
  return Object.entries(names).flatMap(([key, name]) => {
    const value = service.metadata.annotations[`a8r.io/${key}`]?.trim() ?? '';
    if (value === '') return [];
    return [[name, /^https?:\/\/\S+$/u.test(value) ? [link(value, value)] : plain(value)] as const];
  });
}
