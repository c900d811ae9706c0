import { code, joinTexts, text, type Text } from '../../answer/text.ts';
import { nearest } from '../../ask/nearest.ts';
import { quote } from '../../model/commands.ts';
import { patchFields } from '../../model/json-pointer.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import type { Gateway, Listener } from '../../model/kinds/gateway.ts';
import type { ParentRef, Route } from '../../model/kinds/route.ts';
import { listenersOf, type Attachment } from '../../model/entry/route-parents.ts';
import type { Draft } from '../check.ts';

/** Why a parent does not take a route. */
export type AttachmentFault = Exclude<Attachment, { readonly is: 'accepted' | 'waiting' | 'unknown' }>;

/** The Gateway of that name in another namespace, else near names in the namespace that was meant. */
export function nearGateways(ref: ParentRef, gateways: readonly Gateway[]): readonly Gateway[] {
  const namesakes = gateways.filter((one) => one.metadata.name === ref.name);
  if (namesakes.length > 0) return namesakes.slice(0, 3);
  const here = gateways.filter((one) => one.metadata.namespace === ref.namespace);
  const names = nearest(
    ref.name,
    here.map((one) => one.metadata.name),
  );
  return names.flatMap((name) => here.filter((one) => one.metadata.name === name));
}

/** The clause after "is attached to no Gateway": what stands in the way. */
export function reason(fault: AttachmentFault, near: readonly Gateway[]): Text {
  const gateway = text`Gateway ${code(`${fault.ref.namespace}/${fault.ref.name}`)}`;
  switch (fault.is) {
    case 'no-gateway':
      return text`there is no ${gateway}${near.length === 0 ? '' : text`, but ${joinTexts(near.map(({ metadata }) => code(`${metadata.namespace}/${metadata.name}`)))}`}`;
    case 'no-listener':
      return text`${gateway} has no listener ${code(fault.ref.sectionName ?? `on port ${fault.ref.port ?? ''}`)}, only ${joinTexts(fault.gateway.spec.listeners.map((one) => code(one.name)))}`;
    case 'refused':
      return text`${gateway} refuses it (${code(fault.condition.reason)})${refusalInWords(fault)}`;
    case 'ignored':
      return text`no controller has looked at it for ${gateway}`;
    default:
      return fault satisfies never;
  }
}

function refusalInWords({ ref, gateway, condition }: AttachmentFault & { readonly is: 'refused' }): Text {
  const listeners = gateway === undefined ? [] : listenersOf(gateway, ref);
  if (condition.reason === 'NotAllowedByListeners' && listeners.length > 0) {
    return text`: its listeners take routes ${joinTexts([...new Set(listeners.map(allowedWords))].map((words) => text`${words}`))}`;
  }
  const hostnames = listeners.flatMap((listener) => listener.hostname ?? []);
  if (condition.reason === 'NoMatchingListenerHostname' && hostnames.length > 0) {
    return text`: its listeners are for ${joinTexts(hostnames.map(code))}`;
  }
  return condition.message === '' ? [] : text`: ${shortMessage(condition.message)}`;
}

function allowedWords({ routesFrom, routeKinds }: Listener): string {
  const from = {
    All: 'of all namespaces',
    Same: 'of its own namespace only',
    Selector: 'of labelled namespaces only',
    None: 'of no namespace',
  };
  return `${routeKinds.length === 0 ? '' : `of kind ${routeKinds.join(' or ')} `}${from[routesFrom]} (allowedRoutes)`;
}

export function evidenceOf(fault: AttachmentFault): Draft['evidence'] {
  const { ref } = fault;
  const gateway = fault.is === 'no-gateway' ? undefined : fault.gateway;
  return {
    'spec.parentRefs[].name': ref.name,
    'spec.parentRefs[].namespace': ref.namespace,
    ...(ref.sectionName !== undefined && { 'spec.parentRefs[].sectionName': ref.sectionName }),
    ...(fault.is === 'refused' && {
      'conditions[Accepted].reason': fault.condition.reason,
      'conditions[Accepted].message': fault.condition.message,
    }),
    ...(fault.is === 'ignored' && { 'status.parents': 'none for this Gateway' }),
    ...(gateway !== undefined && { 'listeners of the Gateway': gateway.spec.listeners.map(listenerInWords).join('; ') }),
  };
}

function listenerInWords({ name, port, protocol, hostname, routesFrom }: Listener): string {
  return `${name} ${protocol} ${port}, hostname ${hostname ?? 'any'}, routes from ${routesFrom}`;
}

/** What to change, first step first; empty where only the status can tell. */
export function remedy(route: Route, fault: AttachmentFault, near: readonly Gateway[]): Draft['next'] {
  const at = route.spec.parentRefs.indexOf(fault.ref);
  const [right] = near;
  switch (fault.is) {
    case 'no-gateway':
      return right === undefined
        ? [{ say: text`See which Gateways there are`, command: 'kubectl get gateways -A' }]
        : [
            {
              say: text`Name the Gateway that is meant`,
              command: patchFields(route, [`spec.parentRefs[${at}]`], {
                name: right.metadata.name,
                namespace: right.metadata.namespace,
                ...(fault.ref.sectionName !== undefined && { sectionName: fault.ref.sectionName }),
              }),
            },
          ];
    case 'no-listener': {
      const listener = nearest(
        fault.ref.sectionName ?? '',
        fault.gateway.spec.listeners.map((one) => one.name),
      )[0];
      return fault.ref.sectionName === undefined
        ? []
        : [
            {
              say: text`Name a listener that the Gateway has`,
              command: patchFields(
                route,
                [`spec.parentRefs[${at}].sectionName`],
                listener ?? fault.gateway.spec.listeners[0]?.name ?? 'LISTENER',
              ),
            },
          ];
    }
    case 'refused':
      if (fault.gateway === undefined) return [];
      if (fault.condition.reason === 'NoMatchingListenerHostname')
        return [
          { say: text`Give the route a hostname that a listener takes, or the listener this one (${code('spec.hostnames')})` },
        ];
      return fault.condition.reason === 'NotAllowedByListeners'
        ? [allowRoutes(fault.gateway, listenersOf(fault.gateway, fault.ref))]
        : [];
    case 'ignored':
      return [
        {
          say: text`See whether the Gateway itself is served`,
          command: `kubectl get gateway ${quote(fault.ref.name)} -n ${quote(fault.ref.namespace)}`,
        },
      ];
    default:
      return fault satisfies never;
  }
}

function allowRoutes(gateway: Gateway, listeners: readonly Listener[]): Draft['next'][number] {
  const fields = listeners
    .filter((listener) => listener.routesFrom !== 'All')
    .map((listener) => `spec.listeners[${gateway.spec.listeners.indexOf(listener)}].allowedRoutes.namespaces`);
  return fields.length === 0
    ? { say: text`Let the listener of the Gateway take this kind of route (allowedRoutes.kinds)` }
    : {
        say: text`Let the listener take routes of other namespaces`,
        command: patchFields(gateway, fields, { from: 'All' }, 'add'),
      };
}
