import { code, text } from '../../answer/text.ts';
import { parseRange } from '../../network-policy/cidr.ts';
import { quote } from '../../model/commands.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'external-name-is-ip',
  title: 'externalName holds an IP address; it must be a DNS name',
  theme: 'external-name',
  severity: 'critical',
  kind: 'cause',
  explains: [],
  needs: ['service'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  detects:
    'spec.externalName of an ExternalName Service is an IP address, also with a dot behind. Silent for names made of digits and letters (ip-10-0-0-1.ec2.internal, 10.0.0.1.nip.io).',
  find({ service }) {
    const { externalName, type } = service.spec;
    if (type !== 'ExternalName' || externalName === undefined) return [];
    const address = externalName.replace(/\.$/u, '');
    if (address.includes('/') || parseRange(address) === undefined) return [];
    const { name, namespace } = service.metadata;
    return [
      {
        say: text`${code('spec.externalName')} of Service ${code(name)} is the IP address ${code(externalName)}: DNS answers with an alias of that name, which no resolver can resolve.`,
        evidence: { 'spec.externalName': externalName },
        next: [
          {
            say: text`Use a Service without selector and an EndpointSlice with that address instead`,
            command: `kubectl delete service ${quote(name)} -n ${quote(namespace)} && kubectl apply -f ${quote(`${name}.yaml`)}`,
          },
        ],
      },
    ];
  },
});
