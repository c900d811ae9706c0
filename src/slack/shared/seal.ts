import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { parseJson } from '../store.ts';

/** What only replicas with the same secret can read, and nobody else can write. */
export interface Seal {
  /** Tells one secret from another, and nothing of it. */
  readonly fingerprint: string;
  /** `id` belongs to it: under another one it does not open. */
  close(id: string, data: unknown): string;
  /** Undefined for what we have not sealed, or under another secret or id. */
  open(id: string, sealed: string): unknown;
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Payloads of Slack wait in the store with what people wrote. Sealed, they tell nothing to who reads the store, and who
 * writes to it cannot ask in another person's name. The key comes from the bot token, which all replicas have.
 */
export function createSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, 'k8s-svc', 'journal of the replicas', 32));
  return {
    fingerprint: Buffer.from(hkdfSync('sha256', secret, 'k8s-svc', 'name of the journal', 6)).toString('hex'),
    close(id, data) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(id));
      const closed = Buffer.concat([cipher.update(JSON.stringify(data), 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64');
    },
    open(id, sealed) {
      try {
        const bytes = Buffer.from(sealed, 'base64');
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
        decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        const opened = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
        return parseJson(opened.toString('utf8'));
      } catch {
        return undefined;
      }
    },
  };
}
