import { code, joinTexts, text, type Text } from '../../answer/text.ts';
import { nearest } from '../../ask/nearest.ts';
import { describe } from '../../model/commands.ts';
import { faultOf, type GatewayFault } from '../../model/entry/gateway-state.ts';
import { patchFields } from '../../model/json-pointer.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import type { Condition } from '../../model/kinds/condition.ts';
import type { Gateway, GatewayClass } from '../../model/kinds/gateway.ts';
import { coverKey, refOf } from '../../model/kinds/meta.ts';
import type { Route } from '../../model/kinds/route.ts';
import { attachmentsOf } from '../../model/entry/route-parents.ts';
import { defineCheck, type Draft } from '../check.ts';

export default defineCheck({
  id: 'gateway-not-programmed',
  title: 'The Gateway is not served (class not accepted, listener broken, or no address)',
  theme: 'gateway',
  severity: 'critical',
  kind: 'cause',
  explains: ['route-not-accepted'],
  needs: ['gateways', 'gatewayClasses', 'findGateway'],
  about: 'namespace',
  source: 'https://gateway-api.sigs.k8s.io/reference/spec/#gatewaystatus',
  detects:
    'gatewayClassName names no GatewayClass, or one that is not Accepted; the Gateway has Accepted or Programmed False, or Unknown after two minutes; a listener has ResolvedRefs or Accepted False or Conflicted True; or there is no address. A warning when other listeners work or all its routes are accepted by another Gateway too.',
  find({ gateways, gatewayClasses, findGateway, now }) {
    return gateways.flatMap(({ gateway, routes }): readonly Draft[] => {
      const fault = faultOf(gateway, gatewayClasses, now);
      if (fault === undefined) return [];
      const { name, namespace } = gateway.metadata;
      const carriedElsewhere = routes.length > 0 && routes.every((route) => isCarriedBeside(route, gateway));
      const partly = (fault.is === 'listener' && fault.others > 0) || fault.is === 'no-address' || carriedElsewhere;
      return [
        {
          object: refOf(gateway),
          pods: [coverKey(gateway), ...routes.map(coverKey)],
          ...(partly && { severity: 'warning' as const }),
          say: text`Gateway ${code(`${namespace}/${name}`)} ${fault.is === 'listener' && fault.others > 0 ? 'is served only in part' : 'is not served'}: ${reason(gateway, fault, gatewayClasses)}.`,
          evidence: evidenceOf(gateway, fault, gatewayClasses),
          next: [
            ...remedy(gateway, fault, gatewayClasses),
            { say: text`See its conditions and events`, command: describe('gateway', namespace, name) },
          ],
        },
      ];

      function isCarriedBeside(route: Route, broken: Gateway): boolean {
        return attachmentsOf(route, findGateway, now).some(
          ({ is, ref }) =>
            is === 'accepted' && (ref.name !== broken.metadata.name || ref.namespace !== broken.metadata.namespace),
        );
      }
    });
  },
});

function reason(gateway: Gateway, fault: GatewayFault, classes: readonly GatewayClass[]): Text {
  const { className } = gateway.spec;
  switch (fault.is) {
    case 'no-class':
      return text`there is no GatewayClass ${code(className)}${classes.length === 0 ? ', nor any other' : text`, only ${joinTexts(classes.map((one) => code(one.metadata.name)))}`}`;
    case 'class-not-accepted':
      return text`no controller has accepted its GatewayClass ${code(className)} (controllerName ${code(fault.gatewayClass.spec.controllerName)})${said(fault.condition)}`;
    case 'not-accepted':
      return text`its controller does not accept it${said(fault.condition)}`;
    case 'not-programmed':
      return text`its controller could not set it up${said(fault.condition)}`;
    case 'waiting':
      return text`its controller has not set it up yet${said(fault.condition)}`;
    case 'listener':
      return text`listener ${code(fault.listener)} is broken${said(fault.condition)}`;
    case 'no-address':
      return text`it has no address (${code('status.addresses')} is empty)`;
    default:
      return fault satisfies never;
  }
}

function said(condition: Condition | undefined): Text {
  if (condition === undefined) return [];
  const message = shortMessage(condition.message);
  return text` (${code(`${condition.type}: ${condition.reason}`)}${message === '' ? '' : `, ${message}`})`;
}

function evidenceOf(gateway: Gateway, fault: GatewayFault, classes: readonly GatewayClass[]): Draft['evidence'] {
  const gatewayClass = classes.find((one) => one.metadata.name === gateway.spec.className);
  const condition = 'condition' in fault ? fault.condition : undefined;
  return {
    'spec.gatewayClassName': gateway.spec.className,
    'controllerName of the class': gatewayClass?.spec.controllerName ?? 'no such class',
    ...(fault.is === 'listener' && { listener: fault.listener }),
    ...(condition !== undefined && {
      [`conditions[${condition.type}]`]: `${condition.status}, ${condition.reason}`,
      ...(condition.message !== '' && { message: shortMessage(condition.message) }),
    }),
    'status.addresses': gateway.status.addresses.join(', ') || 'empty',
  };
}

function remedy(gateway: Gateway, fault: GatewayFault, classes: readonly GatewayClass[]): Draft['next'] {
  if (fault.is === 'no-class') {
    const names = classes.map((one) => one.metadata.name);
    const right = nearest(gateway.spec.className, names, 1)[0] ?? (names.length === 1 ? names[0] : undefined);
    return right === undefined
      ? [{ say: text`Install a Gateway controller; it brings its GatewayClass`, command: 'kubectl get gatewayclasses' }]
      : [{ say: text`Name the class that is there`, command: patchFields(gateway, ['spec.gatewayClassName'], right) }];
  }
  if (fault.is === 'class-not-accepted') {
    return [
      {
        say: text`Is the controller of ${code(fault.gatewayClass.spec.controllerName)} installed and running?`,
        command: 'kubectl get gatewayclasses,pods -A',
      },
    ];
  }
  if (fault.is === 'listener' && fault.condition.type === 'ResolvedRefs') {
    return [
      { say: text`Correct ${code('tls.certificateRefs')} of the listener: a Secret of type kubernetes.io/tls that exists` },
    ];
  }
  return [];
}
