import type { Topic } from '../topic.ts';

export const externalnameHttpTls: Topic = {
  id: 'externalname-http-tls',
  title: 'ExternalName with HTTP and TLS',
  summary:
    'ExternalName changes the name only, so HTTP clients send the alias as Host header and TLS clients compare the certificate with the alias: many sites answer 404, and HTTPS fails with a certificate that does not match.',
  body: [
    'Nothing in the Service can mend that, as no proxy is involved. Tell the client the real name (Host header, SNI or server name), or let the application call the real DNS name from its configuration. An Ingress controller or mesh can also rewrite the host.',
    'It works well for protocols that carry no host name, such as plain PostgreSQL or Redis connections. A port cannot be mapped either: clients use the port of the target.',
  ],
  askedAs: [
    'externalname https certificate error',
    'externalname host header wrong',
    '404 with externalname service',
    'can I use externalname for a website',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
};
