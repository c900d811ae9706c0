import type { AlertContent, AlertSource, AlertStatus } from './alert.ts';
import { bareLine } from './bare-line.ts';

const lead = String.raw`^(?:[^\p{L}\d[]|:[\w+-]+:|\[P\d\]|\[?#\d+\]?)*`;
const resolvedWords = 'resolved|recovered|closed|ok|cleared|normal|auto-?resolved';
const firingWords =
  're-?triggered|triggered|firing|alerting|re-?notify|renotified|warn(?:ing)?|no ?data|pending|acknowledged|ack(?:ed)?|escalated|reassigned|reopened|snoozed|critical|problem|open(?:ed)?|new alert|error';

/** A product's word for the state where it stands first: `[FIRING:2] …`, `Recovered: …`, `:fire: Resolved #12`. */
const firingFirst = new RegExp(`${lead}\\[?(?:${firingWords})\\b`, 'iu');
const resolvedFirst = new RegExp(`${lead}\\[?(?:${resolvedWords})(?:[\\]:]|\\b(?! to\\b))`, 'iu');
/** `Prometheus resolved`, `Alert firing`, `` `resolved` ``, `alert is closed` */
const firingInside = /\b(?:alerts?|prometheus|incident) (?:is )?(?:firing|triggered|alerting)\b|`firing`|k8s event detected/iu;
const resolvedInside =
  /\b(?:alerts?|prometheus|incident|issue) (?:is |was |has been |got )?(?:resolved|recovered|closed)\b|\b(?:closed|resolved) (?:the )?alert\b|`resolved`|\[resolved\]/iu;
const stateField = /^(?:status|state|alert status|incident status|event)$/iu;

/**
 * Whether the message says that something is wrong or that it is over. What the product writes first counts, then its
 * field for the state, then the colour of the bar; what a rule's author wrote in a description does not.
 */
export function statusOfAlert({ titles, fields, colors }: AlertContent, source: AlertSource): AlertStatus {
  // Opsgenie keeps the title with which the alert was made; what happened to it stands in the fallback.
  const inOrder = source === 'Opsgenie' ? titles.toReversed() : titles;
  const lines = inOrder.flatMap((title) => title.split('\n').slice(0, 2)).map((line) => line.replaceAll('*', '').slice(0, 300));
  const said = lines.map(statusOfLine).find((status) => status !== 'unknown');
  if (said !== undefined) return said;
  const fieldValue = fields.find(({ name }) => stateField.test(bareLine(name).replace(/:$/u, '')))?.value;
  const inField = fieldValue === undefined ? 'unknown' : statusOfLine(fieldValue.slice(0, 100));
  if (inField !== 'unknown') return inField;
  return colors.map(statusOfColor).find((status) => status !== 'unknown') ?? 'unknown';
}

function statusOfLine(line: string): AlertStatus {
  if (/\bre(?:solved|covered)\b.*\bre-?(?:opened|triggered)\b/iu.test(line)) return 'firing';
  if (firingFirst.test(line)) return 'firing';
  if (resolvedFirst.test(line) || resolvedInside.test(line)) return 'resolved';
  return firingInside.test(line) ? 'firing' : 'unknown';
}

/** Slack's own words and the reds and greens of the products. */
function statusOfColor(color: string): AlertStatus {
  const hex = /^#?([0-9a-f]{6})$/iu.exec(color)?.[1];
  if (/^good$/iu.test(color)) return 'resolved';
  if (/^(?:danger|warning)$/iu.test(color)) return 'firing';
  if (hex === undefined) return 'unknown';
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  if (green > red * 1.4 && green > blue) return 'resolved';
  return red > green * 1.2 && red > blue * 1.2 ? 'firing' : 'unknown';
}
