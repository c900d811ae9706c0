import { code, text } from '../../answer/text.ts';
import { describe } from '../../model/commands.ts';
import { coverKey, refOf } from '../../model/kinds/meta.ts';
import { attachmentsOf } from '../../model/entry/route-parents.ts';
import { evidenceOf, nearGateways, reason, remedy, type AttachmentFault } from '../words/attachment-words.ts';
import { defineCheck, type Draft } from '../check.ts';

export default defineCheck({
  id: 'route-not-accepted',
  title: 'The route is attached to no Gateway',
  theme: 'gateway',
  severity: 'critical',
  kind: 'cause',
  explains: [],
  needs: ['routes', 'findGateway'],
  uses: ['knownGateways'],
  about: 'namespace',
  source: 'https://gateway-api.sigs.k8s.io/reference/spec/#routeparentstatus',
  detects:
    'Each parentRef of a route names a Gateway or listener that does not exist, or has Accepted False (NotAllowedByListeners, NoMatchingListenerHostname, NoMatchingParent, UnsupportedValue), or no controller has written a status for it in the first minute. Silent when one parent accepted it, and while the status is older than the route.',
  find({ routes, findGateway, knownGateways = [], now }) {
    return routes.flatMap((route): readonly Draft[] => {
      const attachments = attachmentsOf(route, findGateway, now);
      const faults = attachments.filter((one): one is AttachmentFault => !['accepted', 'waiting', 'unknown'].includes(one.is));
      if (faults.length < attachments.length) return [];
      const [fault] = faults;
      const near = fault === undefined ? [] : nearGateways(fault.ref, knownGateways);
      const { name, namespace } = route.metadata;
      return [
        {
          object: refOf(route),
          pods: [coverKey(route)],
          say:
            fault === undefined
              ? text`${route.kind} ${code(name)} names no Gateway (${code('spec.parentRefs')} is empty): no request comes to it.`
              : text`${route.kind} ${code(name)} is attached to no Gateway, so no request comes to it: ${reason(fault, near)}.`,
          evidence: fault === undefined ? { 'spec.parentRefs': '[]' } : evidenceOf(fault),
          next: [
            ...(fault === undefined ? [] : remedy(route, fault, near)),
            { say: text`See what its parents say`, command: describe(route.kind, namespace, name) },
          ],
        },
      ];
    });
  },
});
