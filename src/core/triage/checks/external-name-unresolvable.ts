import { code, text } from '../../answer/text.ts';
import { mergePatch } from '../../model/commands.ts';
import { externalNameFault } from '../../model/names/external-name-fault.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'external-name-unresolvable',
  title: 'externalName points to a name that cannot resolve',
  theme: 'external-name',
  severity: 'critical',
  kind: 'cause',
  explains: ['ingress-backend-unready'],
  needs: ['service', 'externalTarget'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  detects:
    'spec.externalName names a Service of the cluster that does not exist, is the Service itself, has no ready endpoint, or is written short (an alias is absolute, search domains do not complete it), or it is no DNS name at all. Silent for names outside the cluster, and for other cluster domains.',
  find({ service, externalTarget }) {
    const { externalName, type } = service.spec;
    if (type !== 'ExternalName' || externalName === undefined) return [];
    const fault = externalNameFault(service, externalName, externalTarget);
    if (fault === undefined) return [];
    return [
      {
        say: text`Service ${code(service.metadata.name)} is an alias for ${code(externalName)}, which ${fault.say}.`,
        evidence: { 'spec.externalName': externalName, ...fault.evidence },
        next: [
          fault.command === undefined
            ? {
                say: text`Point it to a full name that exists`,
                command: mergePatch(service, { spec: { externalName: fault.instead ?? 'TARGET.NAMESPACE.svc.cluster.local' } }),
              }
            : { say: text`Bring the target to life: see why it has no ready endpoint`, command: fault.command },
        ],
      },
    ];
  },
});
