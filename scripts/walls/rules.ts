export interface Wall {
  /** Folder below src/ that the rule is about; the longest match counts. */
  readonly folder: string;
  /** Folders below src/ that it may import, besides itself. */
  readonly folders: readonly string[];
  /** Packages that it may import; `node:` stands for all of Node's own. */
  readonly packages: readonly string[];
  /** The sentence a person sees when they hit the wall. */
  readonly because: string;
}

/** core ← read, render, app ← slack, cli, playground ← bin. */
export const walls: readonly Wall[] = [
  {
    folder: 'core',
    folders: [],
    packages: ['zod', 'fastest-levenshtein', 'minisearch', 'yaml'],
    because: 'core is pure: facts in, answers out; no files, network, clock, Slack or Kubernetes client',
  },
  {
    folder: 'read',
    folders: ['core'],
    packages: ['node:', 'js-yaml'],
    because: 'read turns what kubectl prints into facts and knows nothing of answers, front ends or rendering',
  },
  {
    folder: 'read/protobuf',
    folders: ['core', 'read'],
    packages: ['node:', 'pbf'],
    because: 'read/protobuf knows how the API server writes objects, and neither asks for them nor makes facts of them',
  },
  {
    folder: 'read/cluster',
    folders: ['core', 'read'],
    packages: ['node:', '@kubernetes/client-node', 'undici', 'js-yaml'],
    because: 'read/cluster is the only user of the Kubernetes client',
  },
  {
    folder: 'render',
    folders: ['core'],
    packages: ['zod'],
    because: 'a renderer is a pure function of an Answer: it reads nothing and sends nothing',
  },
  {
    folder: 'app',
    folders: ['core'],
    packages: [],
    because: 'app knows the Reader port and the Answer; which reader and which front end it is are handed in by bin',
  },
  {
    folder: 'slack',
    folders: ['core', 'app', 'render'],
    packages: ['node:', '@slack/bolt', '@slack/web-api', '@slack/types', 'zod'],
    because: 'a front end turns words into a Request and an Answer into messages; there is no Kubernetes in it',
  },
  {
    folder: 'slack/redis',
    folders: ['slack'],
    packages: ['node:', '@redis/client', 'zod'],
    because: 'slack/redis is the only user of the Redis client; it is loaded when several replicas share a store',
  },
  {
    folder: 'observe',
    folders: ['core', 'app'],
    packages: ['node:', 'prom-client'],
    because: 'observe counts and writes down what others tell it; it knows no front end and no reader',
  },
  {
    folder: 'cli',
    folders: ['core', 'app', 'render'],
    packages: ['node:', 'zod', 'js-yaml'],
    because: 'front ends never meet, and real things are made in bin',
  },
  {
    folder: 'playground',
    folders: ['core', 'app', 'render', 'slack'],
    packages: ['node:', 'zod', 'ws', 'yaml'],
    because: 'the playground plays Slack around the real Slack front end, and knows no other',
  },
  {
    folder: 'config',
    folders: ['core'],
    packages: ['node:', 'zod', 'yaml'],
    because: 'config reads its file and the environment, and nothing else',
  },
  {
    folder: 'bin',
    folders: ['core', 'read', 'render', 'app', 'slack', 'cli', 'playground', 'config', 'observe'],
    packages: ['node:', 'pino', '@resvg/resvg-js'],
    because: 'bin makes the real things and hands them in; what they do is written elsewhere',
  },
];
