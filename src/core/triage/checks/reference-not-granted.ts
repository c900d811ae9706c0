import { code, joinTexts, text, type Text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import type { RefusedReference } from '../../model/entry/cross-references.ts';
import type { ReferenceGrant } from '../../model/kinds/gateway.ts';
import { coverKey, refOf } from '../../model/kinds/meta.ts';
import { GATEWAY_GROUP } from '../../model/kinds/route.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'reference-not-granted',
  title: 'The route points into another namespace without a ReferenceGrant there',
  theme: 'gateway',
  severity: 'critical',
  kind: 'cause',
  explains: ['route-backend-missing', 'gateway-not-programmed'],
  needs: ['refusedReferences'],
  uses: ['gateways'],
  about: 'namespace',
  whenMissing: true,
  source: 'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  detects:
    "backendRefs[].namespace of a route, or certificateRefs[].namespace of a Gateway's listener, is not the object's own namespace, and no ReferenceGrant in the target namespace has a fitting from and to. Where ReferenceGrants cannot be read, the condition ResolvedRefs with reason RefNotPermitted decides.",
  find({ refusedReferences, gateways = [] }) {
    const groups = Map.groupBy(refusedReferences, ({ from, to }) => [coverKey(from), to.kind, to.namespace, to.name].join(' '));
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { from, to, grants } = first;
      // What hangs on a Gateway whose certificate is refused stands beneath it.
      const routes = gateways.find(({ gateway }) => gateway === from)?.routes ?? [];
      return [
        {
          object: refOf(from),
          pods: [coverKey(from), ...routes.map(coverKey)],
          say: text`${from.kind} ${code(from.metadata.name)} in namespace ${code(from.metadata.namespace)} points to ${to.kind} ${code(`${to.namespace}/${to.name}`)}, and no ReferenceGrant in ${code(to.namespace)} allows that${whyNot(first)}; ${from.kind === 'Gateway' ? 'the listener has no certificate' : 'callers get an error'}.`,
          evidence: {
            ...Object.fromEntries(group.map((one) => [`${one.at}.namespace`, one.to.namespace])),
            'metadata.namespace': from.metadata.namespace,
            [`ReferenceGrants in ${to.namespace}`]:
              grants === undefined ? 'not read; ResolvedRefs says RefNotPermitted' : grants.map(inWords).join('; ') || 'none',
          },
          next: [
            {
              say: text`Whoever owns namespace ${code(to.namespace)} grants it`,
              command: `echo ${quote(JSON.stringify(grantFor(first)))} | kubectl apply -f -`,
            },
            {
              say: text`See the grants that are there`,
              command: `kubectl get referencegrants -n ${quote(to.namespace)} -o yaml`,
            },
          ],
        },
      ];
    });
  },
});

/** Why the grants of the target namespace do not fit: for another namespace, another kind, or another name. */
function whyNot({ from, to, grants = [] }: RefusedReference): Text {
  const [grant] = grants;
  if (grant === undefined) return [];
  const others = [...new Set(grant.spec.from.map((one) => `${one.kind} of ${one.namespace}`))];
  const fromFits = grant.spec.from.some(
    (one) => one.group === GATEWAY_GROUP && one.kind === from.kind && one.namespace === from.metadata.namespace,
  );
  const admits = fromFits ? grant.spec.to.map((one) => `${one.kind}${one.name === undefined ? '' : ` ${one.name}`}`) : others;
  const more = grants.length > 1 ? ` (and ${grants.length - 1} more do not fit either)` : '';
  return text` (ReferenceGrant ${code(grant.metadata.name)} admits only ${joinTexts(admits.map(code))}${fromFits ? '' : ` to ${to.kind}s`}${more})`;
}

function inWords({ metadata, spec }: ReferenceGrant): string {
  const from = spec.from.map((one) => `${one.kind} of ${one.namespace}`).join(', ');
  const to = spec.to.map((one) => `${one.kind}${one.name === undefined ? '' : ` ${one.name}`}`).join(', ');
  return `${metadata.name}: from ${from} to ${to}`;
}

function grantFor({ from, to }: RefusedReference): unknown {
  return {
    apiVersion: `${GATEWAY_GROUP}/v1beta1`,
    kind: 'ReferenceGrant',
    metadata: { name: `from-${from.metadata.namespace}`, namespace: to.namespace },
    spec: {
      from: [{ group: GATEWAY_GROUP, kind: from.kind, namespace: from.metadata.namespace }],
      to: [{ group: to.group, kind: to.kind, name: to.name }],
    },
  };
}
