/**
 * What gives access, wherever in a text it stands: tokens and webhooks of Slack, JSON Web Tokens, bearer and basic credentials,
 * passwords in addresses, private keys. Every repeat is bounded by what cannot be part of it, so that no text makes it slow.
 */
const secrets = [
  /xox[a-z](?:\.xox[a-z])?-[\w-]+/gu,
  /x(?:app|wfp)-[\w-]+/gu,
  /eyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?/gu,
  /(?<=\b(?:bearer|basic)\s{1,4})[\w.~+/-]{6,}=*/giu,
  /(?<=[?&]ticket=)[^&\s"]+/gu,
  /(?<=:\/\/hooks\.slack(?:-gov)?\.com\/)[\w/-]+/gu,
  /(?<=:\/\/)[^\s/"'@:]{0,200}:[^\s/"'@]{1,500}(?=@)/gu,
  /-----BEGIN [A-Z ]{1,40}-----[^-]*(?:-----END [A-Z ]{1,40}-----)?/gu,
];

/** The text with what looks like a secret struck out. */
export function redact(text: string): string {
  return secrets.reduce((clean, pattern) => clean.replaceAll(pattern, '[secret]'), text);
}

/**
 * A line of JSON with nothing in it that a terminal or a log collector could take for a line end, a colour or another direction:
 * all beyond printable ASCII is written as JSON escapes, which parse to the same value.
 */
export function printableJson(json: string): string {
  // Without the flag `u`: each half of a pair becomes an escape of its own, as JSON has it.
  // oxlint-disable-next-line require-unicode-regexp
  return json.replaceAll(/[\u007F-\uFFFF]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
