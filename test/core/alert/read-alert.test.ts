import { describe, expect, it } from 'vitest';
import { payload, payloadNames, readPayload, subjectsOf } from './read-payload.ts';

/** File, product, state, name, cluster, what it is about, values without names. */
const readings: readonly (readonly [string, string, string, string, string, string, string])[] = [
  ['alertmanager-blackbox', 'Alertmanager', 'firing', 'ProbeFailed', '', 'Service shop/search', ''],
  ['alertmanager-buttons', 'Alertmanager', 'firing', 'CheckoutErrorsHigh', 'prod-eu', 'Service shop/checkout', ''],
  [
    'alertmanager-default-exporter-labels',
    'Alertmanager',
    'firing',
    'KubeDeploymentReplicasMismatch',
    '',
    '',
    'shop payments http',
  ],
  ['alertmanager-default-firing', 'Alertmanager', 'firing', 'KubePodNotReady', '', '', 'shop checkout-6c7d9f8b5d-x2x4k'],
  ['alertmanager-default-resolved', 'Alertmanager', 'resolved', 'KubePodNotReady', '', '', 'shop checkout-6c7d9f8b5d-x2x4k'],
  ['alertmanager-details-list', 'Alertmanager', 'firing', 'KubeDeploymentReplicasMismatch', '', 'Deployment shop/search', ''],
  [
    'alertmanager-grouped',
    'Alertmanager',
    'firing',
    'KubePodCrashLooping',
    '',
    'Pod shop/cart-5b9c7d6f8c-4n7xz; Pod shop/search-7f6d8c9b4b-qk9wd; Pod mail/mailer-0',
    '',
  ],
  [
    'alertmanager-ingress-nginx',
    'Alertmanager',
    'firing',
    'IngressErrorRate',
    'prod-eu',
    'Service shop/web, Ingress shop/shop',
    '',
  ],
  ['alertmanager-istio', 'Alertmanager', 'firing', 'MeshErrorRate', '', 'Service shop/cart, Workload shop/cart', ''],
  ['alertmanager-node', 'Alertmanager', 'firing', 'KubeNodeNotReady', '', '', ''],
  [
    'alertmanager-statefulset',
    'Alertmanager',
    'firing',
    'KubeStatefulSetReplicasMismatch',
    'shop-sample',
    'StatefulSet shop/postgres',
    '',
  ],
  ['alertmanager-target-down', 'Alertmanager', 'firing', 'TargetDown', '', 'Service shop/payments, Name shop/payments', ''],
  ['alertmanager-templates-unfilled', 'Alertmanager', 'firing', 'QueueTooLong', '', '', ''],
  ['alertmanager-volume', 'Alertmanager', 'firing', 'KubePersistentVolumeFillingUp', '', '', ''],
  ['alertmanager-watchdog', 'Alertmanager', 'firing', 'Watchdog monitoring/k8s none', '', '', ''],
  ['botkube-error', 'Botkube', 'unknown', 'v1/pods error', 'shop-sample', 'Pod shop/search-7f6d8c9b4b-qk9wd', ''],
  ['console-link', 'other', 'firing', 'container restarts', 'shop-sample', 'Deployment shop/payments', ''],
  ['datadog-apm-service', 'Datadog', 'firing', 'Error rate', '', 'Name shop/checkout', ''],
  [
    'datadog-recovered',
    'Datadog',
    'resolved',
    'Pods of a Deployment are missing',
    'shop-sample',
    '(Deployment shop/payments)',
    '',
  ],
  ['datadog-tags-in-braces', 'Datadog', 'firing', 'Pod restarts', 'shop-sample', 'Pod shop/search-7f6d8c9b4b-qk9wd', ''],
  ['datadog-triggered', 'Datadog', 'firing', 'Pods of a Deployment are missing', 'shop-sample', 'Deployment shop/payments', ''],
  ['grafana-dashboard-link', 'Grafana', 'firing', 'High latency', 'prod-eu', 'Deployment shop/web', ''],
  ['grafana-firing', 'Grafana', 'firing', 'Checkout is not ready', '', 'Service shop/checkout', ''],
  ['grafana-firing-and-resolved', 'Grafana', 'firing', 'Errors', '', 'Service shop/search; (Service shop/cart)', ''],
  ['grafana-legacy', 'Grafana', 'firing', 'Shop latency', '', 'Service shop/web', ''],
  ['grafana-resolved', 'Grafana', 'resolved', 'Checkout is not ready', '', '(Service shop/checkout)', ''],
  ['komodor-availability', 'Komodor', 'unknown', 'Workload availability issue', 'shop-sample', 'Service shop/search', ''],
  ['one-attachment-an-alert', 'Alertmanager', 'firing', 'PodsNotReady', '', 'Service shop/search; Service shop/reports', ''],
  ['opsgenie-closed', 'Opsgenie', 'resolved', 'KubeHpaMaxedOut', 'shop-sample', '(HorizontalPodAutoscaler shop/web)', ''],
  ['opsgenie-new', 'Opsgenie', 'firing', 'KubeHpaMaxedOut', 'shop-sample', 'HorizontalPodAutoscaler shop/web', ''],
  ['pagerduty-acknowledged', 'PagerDuty', 'firing', 'KubePodNotReady', '', '', 'shop search-7f6d8c9b4b-qk9wd payments'],
  [
    'pagerduty-details',
    'PagerDuty',
    'firing',
    'SearchNotReady',
    'shop-sample',
    'Deployment shop/search, Name shop/payments',
    '',
  ],
  ['pagerduty-resolved', 'PagerDuty', 'resolved', 'KubePodNotReady', '', '', 'shop search-7f6d8c9b4b-qk9wd payments'],
  ['pagerduty-service-name-only', 'PagerDuty', 'firing', 'Error budget burns fast', '', '', 'payments'],
  ['pagerduty-triggered', 'PagerDuty', 'firing', 'KubePodNotReady', '', '', 'shop search-7f6d8c9b4b-qk9wd payments'],
  ['plain-text', 'Alertmanager', 'firing', 'HighLatency', 'shop-sample', 'Service shop/web', ''],
  ['prose-only', 'Alertmanager', 'firing', 'Orders stuck', '', 'Service shop/checkout', ''],
  ['rich-text-blocks', 'other', 'firing', 'ReadinessLow', '', 'Deployment shop/cart', ''],
  [
    'robusta-crashing-pod',
    'Robusta',
    'firing',
    'Crashing pod search in namespace shop',
    'shop-sample',
    'Pod shop/search-7f6d8c9b4b-qk9wd',
    '',
  ],
  ['robusta-firing', 'Robusta', 'firing', 'KubePodCrashLooping', 'shop-sample', 'Pod shop/payments-86c9d7f5b4-w7z6m', ''],
  [
    'robusta-new-header',
    'Robusta',
    'firing',
    'Deployment has not matched the expected number of replicas.',
    'shop-sample',
    'Deployment shop/reports',
    '',
  ],
  ['robusta-resolved', 'Robusta', 'resolved', 'KubePodCrashLooping', 'shop-sample', '(Pod shop/payments-86c9d7f5b4-w7z6m)', ''],
];
const noAlerts = ['botkube-created', 'deploy-bot'];

describe('what an alert is about', () => {
  it.each(readings)('%s', (name, source, status, title, cluster, subjects, words) => {
    const alert = readPayload(payload(name));
    expect(alert).toBeDefined();
    if (alert === undefined) return;
    const read = [alert.source, alert.status, alert.name, alert.cluster ?? '', subjectsOf(alert), alert.words.join(' ')];
    expect(read).toEqual([source, status, title, cluster, subjects, words]);
  });

  it.each(noAlerts)('%s is no alert', (name) => {
    expect(readPayload(payload(name))).toBeUndefined();
  });

  it('is told for every payload', () => {
    expect([...readings.map(([name]) => name), ...noAlerts].toSorted()).toEqual(payloadNames.toSorted());
  });

  it.each([undefined, null, 'text', 7, [], {}, { attachments: 'x', blocks: 5 }, { attachments: [null, { fields: [null] }] }])(
    'makes no alert of %j',
    (message) => {
      expect(readPayload(message)).toBeUndefined();
    },
  );
});

describe('the identity of an alert', () => {
  const identitiesOf = (message: unknown) => readPayload(message)?.identities;

  it.each([
    ['alertmanager-default-firing', 'alertmanager-default-resolved'],
    ['datadog-triggered', 'datadog-recovered'],
    ['grafana-firing', 'grafana-resolved'],
    ['opsgenie-new', 'opsgenie-closed'],
    ['pagerduty-triggered', 'pagerduty-acknowledged'],
    ['pagerduty-triggered', 'pagerduty-resolved'],
    ['robusta-firing', 'robusta-resolved'],
  ])('%s and %s are one', (first, second) => {
    expect(identitiesOf(payload(first))).toEqual(identitiesOf(payload(second)));
  });

  it.each([
    ['[FIRING:1] HighLoad (web shop)', '[FIRING:3] HighLoad (web shop)'],
    ['Triggered: 3 of 4 pods of web down at 10:31', 'Re-Triggered: 1 of 4 pods of web down at 11:02'],
    ['Alerting: cart uses 93.1% of its memory', 'OK: cart uses 40% of its memory'],
    ['Triggered #17: web-6d5f9c8b7d-k4k8w is down', 'Resolved #21: web-7f6d8c9b4b-qk9wd is down'],
  ])('%j and %j are one', (first, second) => {
    expect(identitiesOf({ text: first })).toEqual(identitiesOf({ text: second }));
  });

  it('is kept when a pod is replaced and when a group grows', () => {
    const grouped = (pods: readonly string[]) => ({
      text: `[FIRING:${pods.length}] KubePodNotReady`,
      attachments: [{ text: pods.map((pod) => `Labels:\n- namespace = shop\n- pod = ${pod}`).join('\n') }],
    });
    const one = identitiesOf(grouped(['web-6d5f9c8b7d-k4k8w'])) ?? [];
    const replaced = identitiesOf(grouped(['web-7f6d8c9b4b-qk9wd'])) ?? [];
    const more = identitiesOf(grouped(['cart-5b9c7d6f8c-4n7xz', 'web-7f6d8c9b4b-qk9wd'])) ?? [];
    expect(one).toEqual(['kubepodnotready||shop/web']);
    expect(replaced).toEqual(one);
    expect(more).toContain(one[0]);
  });

  it('differs by cluster, namespace, name and rule', () => {
    const of = (labels: string) => identitiesOf({ text: `[FIRING] ${labels}` })?.[0];
    const all = [
      of('Down namespace=shop service=web'),
      of('Down namespace=shop service=cart'),
      of('Down namespace=mail service=web'),
      of('Down cluster=prod namespace=shop service=web'),
      of('Slow namespace=shop service=web'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
