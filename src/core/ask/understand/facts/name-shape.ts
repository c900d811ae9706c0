import { products } from '../data/products.ts';
import { words } from '../text/words.ts';
import type { Token } from '../text/tokens.ts';

/** It could be the name of an object: DNS-1123, at least two characters, not a bare number, not an address. */
export function looksLikeName(token: Token): boolean {
  // Names in the cluster are lower case; a capital inside (`appProtocol`) is a field of the API.
  if (/.[A-Z]/.test(token.raw) && /[a-z]/.test(token.raw)) return false;
  const name = token.raw.toLowerCase();
  if (!/^[a-z0-9][a-z0-9.-]{0,61}[a-z0-9]$/.test(name)) return false;
  return /[a-z]/.test(name) && !/^v?\d+(?:\.\d+)*[a-z]{0,2}$/.test(name) && !/^(?:\d{1,3}\.){3}\d{1,3}$/.test(name);
}

/**
 * A word with hyphens that nobody writes in plain English (`search-svc`, `api-gateway`), and no compound such as
 * `client-side` or `read-only`.
 */
export function looksCompound(token: Token): boolean {
  if (
    /^(?:(?:service|svc|loadbalancer|lb|nodeport|clusterip|externalname|headless|type|kubernetes|k8s)-)+(?:service|svc|loadbalancer|lb|nodeport|clusterip|externalname|headless|type)s?$/.test(
      token.norm,
    )
  )
    return false;

  if (token.known || !looksLikeName(token) || !token.norm.includes('-') || token.norm.includes('.')) return false;
  if (token.raw !== token.norm || /(?:-cli|ctl)$/.test(token.norm)) return false;
  const parts = token.norm.split('-');
  if (plainEnglish.test(token.norm) || parts.some((part) => plainParts.has(part))) return false;
  // Nouns of the field may be part of a longer name (`node-js-scale-ab`), but do not make one by themselves.
  return productNames.has(parts[0] ?? '') || parts.filter((part) => fieldParts.has(part)).length * 2 < parts.length;
}

const plainParts = words(
  `in on of to by per non pre post re un co cross multi self semi client-side side wide level based only free aware specific like style related facing friendly ready alike
   balanced balancing hosted managed the and or helm chart charts up down out off single one two three four five third first second high low long short real read write end point
   wise well so called layer l4 l7 day hour min sec line open close left right e x native proof
   round robin less robust step depth built setup trip side-car auto fail back fallback least most all any every`,
);
const productNames = new Set(products.flatMap(({ names }) => names));
/** Nouns of the field. */
const fieldParts = words('load pod pods node nodes cluster namespace ip port type dns tcp udp http');
const plainEnglish =
  /^(?:kube-[a-z]+|docker-[a-z]+|us-[a-z]+-\d[a-z]?|eu-[a-z]+-\d[a-z]?|ap-[a-z]+-\d[a-z]?|[a-z]-[a-z]+|follow-up|set-up|work-around|web-socket|web-sockets|e-mail|x-forwarded-[a-z]+|app-level|micro-services?|(?:service|deployment|endpoint|endpoints|endpointslice|endpoint-slice|replicaset|statefulset|job|node|cloud|route)-controller|(?:kube|cloud)-controller-manager|ingress-nginx|nginx-ingress|iptables-save|ip6tables-save|cert-manager|external-dns|aws-load-balancer-controller|home-office|post-mortem|health-checks?|health-check|rate-limit|time-series|know-how|static-ip|client-ip|source-ip|session-affinity|my-machine|docker-desktop|raspberry-pi|bare-metal|dual-stack|ipv4-ipv6|topology-aware|alibaba-cloud|same-namespace|gh-actions|a-b|blue-green|half-open|keep-alive|fire-and-forget|pub-sub|rest-api)$/;

/** `deploy.yaml`: a file, no name. */
export const isFile = (raw: string) => /\.(?:ya?ml|json|txt|log|sh|py|go|js|ts|tf|md|conf|png|csv)$/i.test(raw);
