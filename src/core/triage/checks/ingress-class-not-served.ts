import { code, joinTexts, text, type Text } from '../../answer/text.ts';
import { nearest } from '../../ask/nearest.ts';
import { quote } from '../../model/commands.ts';
import { classOf, TRAEFIK } from '../../model/entry/ingress-class.ts';
import type { IngressController } from '../../model/entry/ingress-controllers.ts';
import type { Ingress, IngressClass } from '../../model/kinds/ingress.ts';
import { coverKey, refOf } from '../../model/kinds/meta.ts';
import { defineCheck, type Draft } from '../check.ts';

export default defineCheck({
  id: 'ingress-class-not-served',
  title: 'No ingress controller feels responsible for this Ingress',
  theme: 'ingress',
  severity: 'critical',
  kind: 'cause',
  explains: ['ingress-without-address'],
  needs: ['ingresses', 'ingressClasses', 'ingressControllers'],
  uses: ['ingressesAround', 'nodes'],
  about: 'namespace',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class',
  detects:
    'An Ingress has no class and no IngressClass is the default (or several are), names an IngressClass that does not exist, or one of a known controller of which nothing runs in the cluster. Silent when the Ingress has an address, and for controllers that take Ingresses without class.',
  find({ ingresses, ingressClasses, ingressControllers, ingressesAround = [], nodes }) {
    const isGke = [...(nodes?.values() ?? [])].some((node) => node.spec.providerID.startsWith('gce://'));
    const classlessServed = () =>
      isGke ||
      ingressClasses.some((one) => one.spec.controller === TRAEFIK) ||
      ingressesAround.some((one) => one.spec.className === undefined && one.status.addresses.length > 0) ||
      ingressControllers.some((one) => one.args.some((arg) => /^--watch-ingress-without-class(?:=true)?$/u.test(arg)));
    return ingresses.flatMap((ingress): readonly Draft[] => {
      if (ingress.status.addresses.length > 0) return [];
      const why = fault(ingress, ingressClasses, ingressControllers, classlessServed);
      if (why === undefined) return [];
      const { name, namespace } = ingress.metadata;
      return [
        {
          object: refOf(ingress),
          pods: [coverKey(ingress)],
          say: text`No ingress controller takes Ingress ${code(name)}: ${why}.`,
          evidence: {
            'spec.ingressClassName': ingress.spec.className ?? 'not set',
            IngressClasses: ingressClasses.map(inWords).join('; ') || 'none',
            'status.loadBalancer.ingress': 'empty',
          },
          next: [
            remedy(ingress, ingressClasses),
            { say: text`See which classes there are`, command: 'kubectl get ingressclasses' },
          ],
        },
      ];

      function remedy(one: Ingress, classes: readonly IngressClass[]): Draft['next'][number] {
        const names = classes.map((other) => other.metadata.name);
        const right = nearest(one.spec.className ?? '', names, 1)[0] ?? (names.length === 1 ? names[0] : undefined);
        if (right === undefined && names.length === 0)
          return { say: text`Install an ingress controller; it brings its IngressClass` };
        if (right === one.spec.className) return { say: text`Start or install the controller of class ${code(right ?? '')}` };
        const patch = JSON.stringify({ spec: { ingressClassName: right ?? 'CLASS' } });
        return {
          say: text`Name the class that is to serve it`,
          command: `kubectl patch ingress ${quote(name)} -n ${quote(namespace)} --type=merge -p ${quote(patch)}`,
        };
      }
    });
  },
});

function fault(
  ingress: Ingress,
  classes: readonly IngressClass[],
  controllers: readonly IngressController[],
  classlessServed: () => boolean,
): Text | undefined {
  const { className, classFromAnnotation } = ingress.spec;
  const known =
    classes.length === 0
      ? text`there is no IngressClass at all`
      : text`there ${classes.length === 1 ? 'is' : 'are'} only ${joinTexts(classes.map((one) => code(one.metadata.name)))}`;
  if (className === undefined) {
    const defaults = classes.filter((one) => one.isDefault);
    if (defaults.length === 1 || classlessServed()) return undefined;
    return defaults.length === 0
      ? text`it names no class (${code('spec.ingressClassName')}), and no IngressClass is the default; ${known}`
      : text`it names no class, and ${joinTexts(defaults.map((one) => code(one.metadata.name)))} are both marked as the default`;
  }
  const ingressClass = classOf(ingress, classes);
  // Controllers take the older annotation without any IngressClass object.
  if (ingressClass === undefined)
    return classFromAnnotation ? undefined : text`there is no IngressClass ${code(className)}; ${known}`;
  const running = controllers.filter((one) => one.controller === ingressClass.spec.controller);
  const nothing = running.length > 0 && running.every((one) => one.object === undefined && one.certain);
  return nothing
    ? text`nothing of the controller ${code(ingressClass.spec.controller)} of its class ${code(className)} runs in this cluster`
    : undefined;
}

function inWords({ metadata, spec, isDefault }: IngressClass): string {
  return `${metadata.name} (${spec.controller}${isDefault ? ', default' : ''})`;
}
