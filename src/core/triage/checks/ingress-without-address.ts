import { formatAge } from '../../answer/age.ts';
import { code, text } from '../../answer/text.ts';
import { describe } from '../../model/commands.ts';
import { addresslessClasses } from '../../model/entry/addressless-classes.ts';
import { classKey } from '../../model/entry/ingress-class.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { coverKey, refOf } from '../../model/kinds/meta.ts';
import { ageSeconds } from '../../model/pods/pod-state.ts';
import { defineCheck, type Draft } from '../check.ts';

/** Cloud load balancers take a few minutes. */
const PATIENCE_SECONDS = 300;

export default defineCheck({
  id: 'ingress-without-address',
  title: 'The Ingress has no address',
  theme: 'ingress',
  severity: 'warning',
  kind: 'symptom',
  explains: [],
  needs: ['ingresses', 'ingressesAround'],
  uses: ['events', 'ingressClasses'],
  about: 'namespace',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  detects:
    'status.loadBalancer.ingress of an Ingress is empty for more than five minutes. Silent when the other Ingresses of its class have no address either and no event complains: some controllers never write one.',
  find({ ingresses, ingressesAround, events, ingressClasses = [], now }) {
    const addressless = addresslessClasses(ingressesAround, ingressClasses);
    return ingresses.flatMap((ingress): readonly Draft[] => {
      const { name, namespace, createdAt } = ingress.metadata;
      const age = ageSeconds(createdAt, now);
      if (ingress.status.addresses.length > 0 || (age !== undefined && age <= PATIENCE_SECONDS)) return [];
      const warning = events?.of(ingress).find((event) => event.type === 'Warning');
      if (warning === undefined && addressless.has(classKey(ingress, ingressClasses))) return [];
      return [
        {
          object: refOf(ingress),
          pods: [coverKey(ingress)],
          say: text`Ingress ${code(name)} has no address${createdAt === undefined ? '' : ` although it is ${formatAge(now - createdAt)} old`}${warning === undefined ? '' : text`; its controller says ${code(`${warning.reason}: ${shortMessage(warning.message)}`)}`}.`,
          evidence: {
            'status.loadBalancer.ingress': 'empty',
            'spec.ingressClassName': ingress.spec.className ?? 'not set',
            ...(warning !== undefined && { 'last warning': `${warning.reason}: ${shortMessage(warning.message)}` }),
          },
          next: [{ say: text`See what its controller says`, command: describe('ingress', namespace, name) }],
        },
      ];
    });
  },
});
