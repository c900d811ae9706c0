/** Addresses that no router on the internet forwards to. Source: RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291 */
const privateAddress =
  /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|::1$)/iu;

/** True for an IP address of a private network. A DNS name tells nothing: false. */
export function isPrivateAddress(address: string): boolean {
  return privateAddress.test(address);
}

/** True for IPv4 and IPv6 addresses, false for DNS names. */
export function isIpAddress(value: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/u.test(value) || (value.includes(':') && /^[\da-f:.]+$/iu.test(value));
}
