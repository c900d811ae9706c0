import { code, joinTexts, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'access-incomplete',
  title: 'Some objects cannot be read, so part of the answer is unknown',
  theme: 'scope',
  severity: 'info',
  kind: 'note',
  explains: [],
  needs: [],
  whenMissing: true,
  onlyAlone: true,
  last: true,
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
  detects:
    'A list that a check needs was refused or did not arrive. Silent when the resource is simply not installed in the cluster.',
  find({ sofar, target }) {
    const unread = sofar.skipped
      .flatMap((one) => one.unread)
      .filter((one) => one.why !== 'not-served' && one.why !== 'not-asked' && one.why !== 'not-open');
    const resources = [...new Set(unread.map((one) => one.resource))].sort();
    const [first] = resources;
    if (first === undefined) return [];
    const fromDump = unread.every((one) => one.why === 'not-in-dump');
    const checks = sofar.skipped.filter((one) => one.unread.length > 0);
    return [
      {
        say: text`Could not read ${joinTexts(resources.map(code))}${fromDump ? ' (not in the dump)' : ''}, so ${checks.length} checks did not run: their part of the answer is unknown.`,
        evidence: { 'checks that did not run': checks.length },
        next: [
          fromDump
            ? {
                say: text`Make the dump with these kinds too`,
                command: `kubectl get svc,${resources.join(',')} -n ${quote(target.namespace)} -o yaml`,
              }
            : {
                say: text`Give the account that k8s-svc uses get, list and watch on them`,
                command: `kubectl auth can-i list ${first} -n ${quote(target.namespace)}`,
              },
        ],
      },
    ];
  },
});
