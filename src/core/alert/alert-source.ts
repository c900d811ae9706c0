import type { AlertContent, AlertSource } from './alert.ts';

const products: readonly (readonly [
  AlertSource,
  { readonly sender: RegExp; readonly link?: RegExp; readonly words?: RegExp },
])[] = [
  ['PagerDuty', { sender: /pager ?duty/iu, link: /^https?:\/\/[^/]*\bpagerduty\.com\//iu }],
  ['Opsgenie', { sender: /ops ?genie|jira service management/iu, link: /^https?:\/\/(?:[^/]*\bopsgenie\.com|opsg\.in)\//iu }],
  ['Datadog', { sender: /data ?dog/iu, link: /^https?:\/\/[^/]*\b(?:datadoghq\.(?:com|eu)|ddog-gov\.com)\//iu }],
  ['Robusta', { sender: /robusta/iu, link: /^https?:\/\/[^/]*\brobusta\.dev\//iu }],
  ['Botkube', { sender: /botkube/iu }],
  ['Komodor', { sender: /komodor/iu, link: /^https?:\/\/[^/]*\bkomodor\.com\//iu }],
  ['Grafana', { sender: /grafana/iu, link: /^https?:\/\/[^?#]*\/(?:alerting\/(?:grafana|list|silence)|d\/)[^?#]*/iu }],
  [
    'Alertmanager',
    {
      sender: /alert ?manager|prometheus|\bvmalert\b/iu,
      link: /\/#\/(?:alerts|silences)\b|\/graph\?g0\.expr=/iu,
      words: /^\s*\[?(?:FIRING|RESOLVED)(?::\d+)?\]/u,
    },
  ],
];

/** The product that wrote the message: by who posted it, else by where it links to, else by how its title looks. */
export function sourceOf({ senders, links, titles }: AlertContent): AlertSource {
  const bySender = products.find(([, { sender }]) => senders.some((name) => sender.test(name)));
  const byLink = products.find(([, { link }]) => link !== undefined && links.some((url) => link.test(url)));
  const byWords = products.find(([, { words }]) => words !== undefined && titles.some((title) => words.test(title)));
  return (bySender ?? byLink ?? byWords)?.[0] ?? 'other';
}
