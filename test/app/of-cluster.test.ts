import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeApiServer, type FakeApiServer } from '../support/fake-api-server.ts';
import { kubeconfigText, temporaryFolder } from '../support/kubeconfig-file.ts';
import { answerInTerminal, runInTerminal } from '../support/run-in-terminal.ts';
import { baseOf } from '../support/scenario.ts';
import { expandCluster } from '../support/scenario-cluster.ts';

const folder = temporaryFolder();
const wrongSelector = { 'Service/web': { spec: { selector: { app: 'wbe' } } } };

describe('the cluster that an answer is about', () => {
  let server: FakeApiServer;
  let several = '';
  let single = '';
  beforeEach(async () => {
    server = await startFakeApiServer({ objects: expandCluster(baseOf('web'), [wrongSelector]) });
    single = folder.write('one', kubeconfigText({ prod: { server: server.url } }));
    several = folder.write('two', kubeconfigText({ prod: { server: server.url }, staging: { server: server.url } }));
  });
  afterEach(async () => server.stop());

  it.each(['triage web', 'explain web', 'list -n shop', 'scan -n shop', 'reach shop/web shop/web:80', 'is web ok?'])(
    'is named at the end of the answer and in its data: %s',
    async (words) => {
      const answer = await answerInTerminal([...words.split(' '), '--cluster', 'staging', '--kubeconfig', several]);
      expect(answer.cluster).toBe('staging');
      expect(answer.text).toMatch(/\nCluster staging, read /u);
    },
  );

  it('is named where nothing was read, when there are several', async () => {
    const wanted = ['triage', 'nothing', '-n', 'shop'];
    const bad = ['list', '-n', 'shp', '--cluster', 'staging', '--kubeconfig', several];
    expect(await answerInTerminal(bad)).toMatchObject({
      cluster: 'staging',
      headline: expect.stringContaining('in staging') as unknown,
    });
    const quiet = await answerInTerminal([...wanted, '--kubeconfig', single]);
    expect(quiet.cluster).toBe('prod');
    await server.stop();
    const down = await answerInTerminal([...wanted, '--kubeconfig', single]);
    expect(down).toMatchObject({ cluster: 'prod', problem: { code: 'cluster-unreachable' } });
    expect(down.text).not.toContain('Asked:');
  });

  it('is asked again by the buttons, and its commands say for which cluster they are', async () => {
    const other = (await runInTerminal(['scan', '-n', 'shop', '--cluster', 'staging', '--kubeconfig', several])).out;
    expect(other).toContain('k8s-svc triage web -n shop --cluster staging');
    expect(other).toContain(
      'The commands are for cluster staging: give kubectl its --context where that is not your current one.',
    );
    const own = (await runInTerminal(['scan', '-n', 'shop', '--kubeconfig', several])).out;
    expect(own).toContain('k8s-svc triage web -n shop ');
    expect(own).not.toContain('--cluster');
    expect(own).not.toContain('The commands are for');
  });

  it('is one of those that the help lists, where there is a choice', async () => {
    const help = (await runInTerminal(['help', '--kubeconfig', several])).out;
    expect(help).toMatch(/Clusters\n+- prod \(the default\)\n- staging\n/u);
    expect((await runInTerminal(['help', '--kubeconfig', single])).out).not.toContain('Clusters');
    expect(server.requests).toEqual([]);
  });
});
