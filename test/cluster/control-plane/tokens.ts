import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';

/** Bearer tokens, new for every start: a test that looks for one in an output cannot find it by chance. */
export interface Tokens {
  readonly admin: string;
  readonly namespaceReader: string;
  readonly servicesReader: string;
  /** Known to no API server. */
  readonly invalid: string;
}

/** Makes the tokens and writes the API server's `--token-auth-file`: token, user, uid, groups. */
export function createTokens(file: string): Tokens {
  const token = () => randomBytes(24).toString('hex');
  const tokens: Tokens = { admin: token(), namespaceReader: token(), servicesReader: token(), invalid: token() };
  const rows = [
    `${tokens.admin},admin,1,system:masters`,
    `${tokens.namespaceReader},namespace-reader,2`,
    `${tokens.servicesReader},services-reader,3`,
  ];
  writeFileSync(file, `${rows.join('\n')}\n`, { mode: 0o600 });
  return tokens;
}
