import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRequest } from '../../../src/core/ask/format-request.ts';
import { parseWords } from '../../../src/core/ask/parse-words.ts';
import type { ManifestRequest } from '../../../src/core/ask/request.ts';
import { formRequest } from '../../../src/slack/manifest-form/form-request.ts';
import { readPortLines, toPortLines } from '../../../src/slack/manifest-form/port-lines.ts';

const base = parseWords('manifest ClusterIP web -n shop --protocol HTTP') as ManifestRequest;
const filled = { name: 'web', namespace: 'shop', ports: '8080:http' };
const untouched = { ...filled, type: 'ClusterIP', audience: '', host: '' };
const wordsOf = (fields: Partial<typeof untouched>) => {
  const made = formRequest({ base, filled }, { ...untouched, ...fields });
  return 'request' in made ? formatRequest(made.request) : made.faults;
};

describe('the form as a request', () => {
  it.each([
    ['nothing changed', {}, 'manifest ClusterIP web -n shop --protocol HTTP'],
    ['emptied fields', { name: '', namespace: '', ports: '' }, 'manifest ClusterIP web -n shop --protocol HTTP'],
    ['a type', { type: 'NodePort' }, 'manifest NodePort web -n shop --protocol HTTP'],
    ['a name', { name: 'front' }, 'manifest ClusterIP web -n shop --service front --protocol HTTP'],
    ['a namespace', { namespace: 'prod' }, 'manifest ClusterIP web -n prod --protocol HTTP'],
    [
      'ports, of which one names its target',
      { ports: '80:http\n443' },
      'manifest ClusterIP web -n shop --port 80 --port 443 --target-port http --target-port 443 --protocol HTTP',
    ],
    ['a port of UDP', { ports: '53/udp' }, 'manifest ClusterIP web -n shop --port 53 --protocol UDP'],
    [
      'one port of two protocols',
      { ports: '53:dns/UDP, 53:dns' },
      'manifest ClusterIP web -n shop --port 53 --target-port dns --protocol UDP --protocol TCP',
    ],
    ['an audience', { audience: 'internet' }, 'manifest ClusterIP web -n shop --protocol HTTP --audience internet'],
    [
      'a host',
      { type: 'ExternalName', host: 'db.example.org' },
      'manifest ExternalName web -n shop --protocol HTTP --external-host db.example.org',
    ],
    [
      'an address',
      { type: 'selectorless-Service', host: '10.1.2.3' },
      'manifest selectorless-Service web -n shop --protocol HTTP --external-host 10.1.2.3',
    ],
  ])('says %s in the words of the grammar', (_, fields, words) => {
    expect(wordsOf(fields)).toBe(words);
    expect(formatRequest(parseWords(words))).toBe(words);
  });

  it.each([
    ['name', 'a name with a space', { name: 'web app' }, /^A Service name has lower-case/u],
    ['name', 'a name that begins with a digit', { name: '1web' }, /begins with a letter/u],
    ['namespace', 'no namespace', { namespace: '-n' }, /^A namespace has lower-case/u],
    ['ports', 'a word', { ports: '80\nhttp' }, /^Line 2: "http" is no port/u],
    ['ports', 'no port', { ports: '80:8080:1' }, /^Line 1: "80:8080:1" is no port. Write PORT/u],
    ['ports', 'no protocol', { ports: '80/HTTP' }, /^Line 1: "HTTP" is no protocol/u],
    ['ports', 'no target', { ports: '80:99999' }, /^Line 1: "99999" is no target/u],
    ['ports', 'a port twice', { ports: '80:1\n80:2' }, /^Line 2: port 80\/TCP stands twice/u],
    ['ports', 'protocols that differ', { ports: '80\n53/UDP' }, /^Port 80 is not written for TCP and UDP/u],
    ['ports', 'two targets', { ports: '53:1\n53:2/UDP' }, /^Port 53 has one target/u],
    ['host', 'a URL', { type: 'ExternalName', host: 'https://db' }, /^Write a DNS name without scheme/u],
    ['host', 'no address', { type: 'selectorless-Service', host: '127.0.0.1' }, /or the address of what is outside/u],
    ['type', 'no type', { type: 'Cluster' }, /^Choose a type/u],
  ])('says at %s what is wrong with %s', (field, _, fields, fault) => {
    const faults = wordsOf(fields);
    expect(Object.keys(faults)).toEqual([field]);
    expect((faults as Record<string, string>)[field]).toMatch(fault);
  });
});

const port = fc.integer({ min: 1, max: 65_535 });
const target = fc.oneof(port, fc.constantFrom('http', 'dns-udp', 'p8080'));

describe('ports as lines', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ port, targetPort: target }), { selector: (row) => row.port, minLength: 1, maxLength: 20 }),
        fc.constantFrom('TCP', 'UDP', 'SCTP'),
        (rows, protocol) => {
          const read = readPortLines(toPortLines(rows.map((row) => ({ ...row, protocol }))));
          const differs = rows.some((row) => row.port !== row.targetPort);
          expect(read).toEqual({
            ports: rows.map((row) => row.port),
            targets: differs ? rows.map((row) => row.targetPort) : [],
            protocols: [protocol],
          });
        },
      ),
    );
  });

  it('throw nothing, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        expect(Object.keys(readPortLines(words)).length).toBeGreaterThan(0);
      }),
    );
  });
});
