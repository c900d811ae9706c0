import { z } from 'zod';

const url = z
  .string()
  .trim()
  .regex(/^rediss?:\/\/[^\s/]+(?:\/\d+)?$/u, 'is no address of a Redis: redis://HOST:PORT, or rediss://HOST:PORT with TLS')
  .refine((text) => URL.canParse(text), 'is no address of a Redis: redis://HOST:PORT, or rediss://HOST:PORT with TLS')
  .refine(
    (text) => !/:[^/@]*@/u.test(text.replace(/^rediss?:/u, '')),
    'holds a password: put that into K8S_SVC_STORE_PASSWORD',
  );

/** Where several replicas keep what they share. */
export const storeSection = z.strictObject({
  url: url
    .describe('Valkey or Redis (6.2 or newer) that the replicas share, as redis://HOST:PORT; left out, there is one replica')
    .exactOptional(),
  prefix: z
    .string()
    .regex(/^[\w.-]{1,64}$/u, 'is no prefix of keys: letters, digits and . - _')
    .describe('how all keys begin there, before a colon, so that others can use the same Redis')
    .default('k8s-svc'),
});

/** An address with a password in it, as the environment may give it, in two parts. */
export function splitStoreUrl(address: string): { readonly url: string; readonly password?: string } {
  const match = /^(rediss?:\/\/[^/:@\s]*):([^@\s]*)@(.*)$/u.exec(address.trim());
  if (match === null) return { url: address };
  const [, before = '', password = '', after = ''] = match;
  const user = before.replace(/^rediss?:\/\//u, '');
  try {
    return { url: user === '' ? `${before}${after}` : `${before}@${after}`, password: decodeURIComponent(password) };
  } catch {
    return { url: address };
  }
}
