/** What docs/config.md says around its tables. */
export const configNotes = {
  head: `# Configuration

<!-- Written by \`npm run gen\` from src/config/ and scripts/gen/config-notes.ts. -->

One YAML file and the environment. Both may be absent; where both say something, the environment wins.

| which file | when |
| --- | --- |
| \`k8s-svc serve --config FILE\` | named on the command line |
| \`K8S_SVC_CONFIG=FILE\` | named in the environment |
| \`/etc/k8s-svc/config.yaml\` | when it is there: the place in the image |

\`deploy/config.example.yaml\` is the whole file with comments, \`docs/config.schema.json\` its JSON Schema for an editor.

\`\`\`console
$ k8s-svc config check config.yaml
The configuration in config.yaml and the environment has 2 faults:
- line 2: slack.prot is no key here: did you mean port?
- line 7: access.rules[0].effect must be one of: allow, deny; did you mean allow?
\`\`\`

It lists every fault and ends with 2, or says what is in force, from where, and ends with 0; \`-o json\` for a pipeline.
Secrets are never printed.

## Tokens

Tokens never stand in the file. Each comes from its variable, or from the file that the variable with \`_FILE\` names
(a mounted Secret): \`SLACK_BOT_TOKEN\`, \`SLACK_APP_TOKEN\` (Socket Mode), \`SLACK_SIGNING_SECRET\` (HTTP).

## Changes while it runs

The sections \`channels\`, \`alerts\` and \`access\` are taken over when the file changes, also when Kubernetes swaps a mounted
ConfigMap (within a second of the swap; the kubelet itself takes up to about a minute). A file mounted with \`subPath\` never
changes. The other sections need a restart, and the log says so. A file with a fault is refused with a line in the log that
names every fault, and the one before stays in force.

[access.md](access.md) says what rules mean, what is private, and how the API server is asked in a person's name (with the
RBAC rule that this needs).`,
  tail: `Where this is tested: \`test/config/config-file.test.ts\`, \`test/config/follow-config.test.ts\`, \`test/bin/config-check.test.ts\`.
`,
};
