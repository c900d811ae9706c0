import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** PEM files in one folder. A key lies beside its certificate. */
export interface Certificates {
  readonly ca: string;
  readonly serving: { readonly certificate: string; readonly key: string };
  /** Of the user `certificate-reader` in the group `k8s-svc-readers`. */
  readonly client: { readonly certificate: string; readonly key: string };
  /** The key that signs service account tokens, and the public half that checks them. */
  readonly serviceAccount: { readonly key: string; readonly publicKey: string };
}

/** Makes a certificate authority and what it signs, all valid for two days. Needs `openssl`. */
export function createCertificates(directory: string): Certificates {
  const ca = join(directory, 'ca.crt');
  const caKey = newKey(directory, 'ca');
  writeFileSync(join(directory, 'ca.cnf'), '[req]\ndistinguished_name=name\n[name]\n');
  openssl(directory, 'req', '-x509', '-new', '-config', 'ca.cnf', '-key', caKey, '-subj', '/CN=k8s-svc-test-ca', '-days', '2',
    '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign', '-out', ca); // prettier-ignore
  const signed = (name: string, subject: string, extensions: string) => {
    const key = newKey(directory, name);
    const certificate = join(directory, `${name}.crt`);
    writeFileSync(
      join(directory, `${name}.ext`),
      `${extensions}\nbasicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\n`,
    );
    openssl(directory, 'req', '-new', '-config', 'ca.cnf', '-key', key, '-subj', subject, '-out', `${name}.csr`);
    openssl(directory, 'x509', '-req', '-in', `${name}.csr`, '-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-days', '2',
      '-extfile', `${name}.ext`, '-out', certificate); // prettier-ignore
    return { certificate, key };
  };
  const serviceAccountKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const serviceAccount = { key: join(directory, 'service-account.key'), publicKey: join(directory, 'service-account.pub') };
  writeFileSync(serviceAccount.key, serviceAccountKeys.privateKey.export({ type: 'sec1', format: 'pem' }), { mode: 0o600 });
  writeFileSync(serviceAccount.publicKey, serviceAccountKeys.publicKey.export({ type: 'spki', format: 'pem' }));
  return {
    ca,
    serving: signed('serving', '/CN=kube-apiserver', 'subjectAltName=IP:127.0.0.1,DNS:localhost\nextendedKeyUsage=serverAuth'),
    client: signed('client', '/O=k8s-svc-readers/CN=certificate-reader', 'extendedKeyUsage=clientAuth'),
    serviceAccount,
  };
}

function newKey(directory: string, name: string): string {
  const file = join(directory, `${name}.key`);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return file;
}

function openssl(directory: string, ...args: readonly string[]): void {
  try {
    execFileSync('openssl', args, { cwd: directory, stdio: 'pipe' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error('The tests on a real control plane need openssl to make their certificates: install it.', {
        cause: error,
      });
    }
    throw error;
  }
}
