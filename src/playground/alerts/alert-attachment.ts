import type { Json } from '../fake-slack/model.ts';
import type { Fault } from '../sample-cluster/faults/fault.ts';

/**
 * An alert as Alertmanager's Slack receiver sends it: its default title, the summary as text, the labels as fields.
 * Source: prometheus.io/docs/alerting/latest/configuration/#slack_config
 */
export function alertAttachment({ alert, service }: Fault, isFiring: boolean): Json {
  const { name, severity, summary } = alert;
  const state = isFiring ? '[FIRING:1]' : '[RESOLVED]';
  const title = `${state} ${name} (${service.namespace} ${service.name} ${severity})`;
  const labels = { alertname: name, namespace: service.namespace, service: service.name, severity };
  return {
    fallback: `${title} | ${summary}`,
    title,
    text: summary,
    color: isFiring ? (severity === 'critical' ? 'danger' : 'warning') : 'good',
    fields: Object.entries(labels).map(([label, value]) => ({ title: label, value, short: true })),
    mrkdwn_in: ['fallback', 'pretext', 'text'],
  };
}
