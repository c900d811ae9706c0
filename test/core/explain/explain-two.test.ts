import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainTwo } from '../../../src/core/explain/explain-two.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';
import { serviceIn, snapshotOf } from '../../support/snapshot-of.ts';

const yaml = readFileSync(new URL('cluster.yaml', import.meta.url), 'utf8');

describe('explainTwo', () => {
  it('shows what differs side by side and names what is the same', async () => {
    const snapshot = await snapshotOf(yaml);
    expect(renderPlain(explainTwo(snapshot, serviceIn(snapshot, 'db'), serviceIn(snapshot, 'inner')))).toMatchInlineSnapshot(`
      "db and inner differ in 2 points.

                            db        inner
      Type                  Headless  LoadBalancer
      Not ready pods count  yes       no

      The same in both: namespace, ports, selector, pods of, health, internal traffic policy, session affinity and who gets in.

      Next: k8s-svc explain db -n shop     # Explain db
            k8s-svc explain inner -n shop  # Explain inner

      Cluster test, read 2026-03-10 09:30:00 UTC
      "
    `);
  });

  it('says that a Service does not differ from itself', async () => {
    const snapshot = await snapshotOf(yaml);
    const web = serviceIn(snapshot, 'web');
    expect(renderPlain(explainTwo(snapshot, web, web))).toContain('web and web do not differ.');
  });

  it('names the namespaces where they are not the same', async () => {
    const snapshot = await snapshotOf(yaml);
    const words = renderPlain(explainTwo(snapshot, serviceIn(snapshot, 'web'), serviceIn(snapshot, 'web-alias', 'other')));
    expect(words).toContain('shop/web and other/web-alias differ in');
  });
});
