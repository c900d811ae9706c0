import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-ports.ts';
import { buildImage, type Image, type StartOptions } from './support/image.ts';

let image: Image;

async function run(words: readonly string[], options?: StartOptions) {
  const child = image.start(words, options);
  const [[code], out, err] = await Promise.all([once(child, 'close'), text(child.stdout!), text(child.stderr!)]);
  return { code: code as number, out, err };
}

/** Every file, below the root of the image. */
function files(folder = '/'): readonly string[] {
  return readdirSync(join(image.directory, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

// There is no Docker on most machines that run this, so the file system of the image is made by hand and entered by chroot.
describe.skipIf(process.getuid?.() !== 0 || process.platform !== 'linux')(
  'what the Dockerfile puts together, read-only, as its user',
  () => {
    beforeAll(() => {
      image = buildImage();
    });
    afterAll(() => image?.remove());

    it('is one bundle, its fonts and what draws pictures, the list of parts and the licences', () => {
      expect(files('/app').filter((path) => !path.includes('node_modules'))).toEqual([
        '/app/LICENSE',
        '/app/LICENSES.txt',
        '/app/fonts/Inter_400Regular.ttf',
        '/app/fonts/Inter_700Bold.ttf',
        '/app/fonts/LICENSE',
        '/app/k8s-svc.mjs',
        '/app/sbom.json',
      ]);
      expect(readdirSync(join(image.directory, 'app/node_modules'))).toEqual(['@resvg']);
      for (const shell of ['bin/sh', 'bin/bash', 'usr/bin/env', 'usr/bin/npm']) {
        expect(existsSync(join(image.directory, shell))).toBe(false);
      }
    });

    it('can be written to nowhere by its user', () => {
      for (const path of ['app', 'app/k8s-svc.mjs', 'app/fonts', 'nodejs/bin/node', 'etc']) {
        expect(statSync(join(image.directory, path)).mode & 0o222).toBe(0);
      }
    });

    it('lists what is in it', () => {
      const { bomFormat, components } = JSON.parse(readFileSync(join(image.directory, 'app/sbom.json'), 'utf8')) as {
        bomFormat: string;
        components: readonly { name: string; version: string; licenses: readonly object[] }[];
      };
      expect(bomFormat).toBe('CycloneDX');
      const names = components.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['@slack/bolt', '@expo-google-fonts/inter', '@resvg/resvg-js', 'undici']));
      expect(names).not.toContain('vitest');
      for (const { name, licenses } of components) expect(`${name} ${licenses.length}`).toBe(`${name} 1`);
    });

    it('says its version', async () => {
      const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
      expect(await run(['--version'])).toEqual({ code: 0, out: `k8s-svc ${version}\n`, err: '' });
    });

    it.each([
      ['its own user', 65_532],
      ['a user that no file knows, as some platforms choose one', 1_000_650_000],
    ])('serves as %s until SIGTERM', async (_, uid) => {
      const port = await freePort();
      const child = image.start(['serve'], {
        uid,
        env: { K8S_SVC_PORT: String(port), K8S_SVC_METRICS_PORT: String(await freePort()) },
      });
      let said = '';
      child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const ended = once(child, 'exit');
      while (!said.includes(`:${port}`) && child.exitCode === null) await Promise.race([once(child.stderr!, 'data'), ended]);
      expect(said).toContain(`http://127.0.0.1:${port}`);
      const page = await fetch(`http://127.0.0.1:${port}`);
      expect(await page.text()).toContain('k8s-svc playground');
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
      expect(said).not.toMatch(/error|EROFS|EACCES/iu);
    });

    it('draws a picture: font and native package are where they are looked for', async () => {
      cpSync('src/playground/sample-cluster/cluster.yaml', join(image.out, 'cluster.yaml'));
      const words = ['explain', 'web', '-n', 'shop', '--from', '/out/cluster.yaml', '--picture', '/out/web.png'];
      expect(await run(words)).toMatchObject({ code: 0, err: 'The traffic path is drawn in /out/web.png\n' });
      const png = readFileSync(join(image.out, 'web.png'));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.length).toBeGreaterThan(20_000);
    });

    it('starts the bot, and says in a sentence what is wrong with its tokens', async () => {
      const { code, err } = await run(['serve'], { env: { SLACK_BOT_TOKEN: 'xoxb-1' } });
      expect(code).toBe(2);
      expect(err).toContain('SLACK_BOT_TOKEN is set, but not how Slack reaches k8s-svc');
    });

    it('answers its own health check', async () => {
      const server = createServer((_, response) => response.end());
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      expect(await run(['healthcheck'], { env: { K8S_SVC_METRICS_PORT: String(port) } })).toMatchObject({
        code: 0,
        out: 'ok\n',
      });
      server.close();
      expect(await run(['healthcheck'], { env: { K8S_SVC_METRICS_PORT: String(port) } })).toMatchObject({ code: 1 });
    });
  },
);
