import type { RecommendationType } from '../../../core/answer/answer.ts';
import { audiences } from '../../../core/ask/asked-facts.ts';
import { audience as audienceQuestion } from '../../../core/tree/questions/audience.ts';
import { actionIds } from '../buttons.ts';
import type { SlackBlock } from '../blocks.ts';
import type { SlackModal } from './modal.ts';

export const manifestFormId = 'manifest_form';

export type FormField = 'type' | 'name' | 'namespace' | 'ports' | 'audience' | 'host';
export type FormFields = Readonly<Record<FormField, string>>;

/** The choice of an audience that says nothing. */
export const unsaid = 'unsaid';

const types: readonly (readonly [RecommendationType, string])[] = [
  ['ClusterIP', 'ClusterIP: one address inside the cluster'],
  ['Headless', 'Headless: the addresses of the pods themselves'],
  ['NodePort', 'NodePort: a port of every node'],
  ['LoadBalancer', 'LoadBalancer: an address outside'],
  ['LoadBalancer-internal', 'Internal LoadBalancer: an address in our network'],
  ['Ingress-or-Gateway', 'Ingress or Gateway: HTTP by host and path'],
  ['ExternalName', 'ExternalName: a name for a DNS name outside'],
  ['selectorless-Service', 'Without selector: a name for an address outside'],
];

const withHost: ReadonlySet<string> = new Set<RecommendationType>([
  'Ingress-or-Gateway',
  'ExternalName',
  'selectorless-Service',
]);
/** These lead to no pods or have no ports to choose. */
const withoutPorts: ReadonlySet<string> = new Set<RecommendationType>(['ExternalName']);

/** Whether the form asks for a host name with this type. */
export const takesHost = (type: string): boolean => withHost.has(type);
/** Whether there is a form for this type. */
export const hasForm = (type: RecommendationType): boolean => types.some(([one]) => one === type);

/** The form with its preview beneath. `round` is new when the inputs are to take new values: Slack keeps them otherwise. */
export function manifestFormView(form: {
  readonly fields: FormFields;
  readonly round: number;
  readonly metadata: string;
  readonly preview: readonly SlackBlock[];
}): SlackModal {
  const { fields, round } = form;
  return {
    type: 'modal',
    callback_id: manifestFormId,
    private_metadata: form.metadata,
    title: plain('Change the manifest'),
    submit: plain('Write it'),
    close: plain('Cancel'),
    blocks: [
      choice('type', 'Type', types, fields.type),
      text('name', 'Name of the Service', fields.name, { round, most: 63, hint: 'Press Enter to see it in the preview.' }),
      text('namespace', 'Namespace', fields.namespace, { round, most: 63 }),
      ...(withoutPorts.has(fields.type)
        ? []
        : [
            text('ports', 'Ports, one a line', fields.ports, {
              round,
              most: 1_000,
              lines: true,
              hint: 'PORT, PORT:TARGET or PORT:TARGET/PROTOCOL, for example 80:8080, 80:http or 53/UDP.',
            }),
          ]),
      ...(takesHost(fields.type)
        ? [
            text('host', fields.type === 'selectorless-Service' ? 'Host name or address' : 'Host name', fields.host, {
              round: 0,
              most: 253,
            }),
          ]
        : []),
      choice('audience', audienceQuestion.label, audienceChoices, fields.audience === '' ? unsaid : fields.audience),
      { type: 'divider' },
      ...form.preview,
    ],
  };
}

const audienceChoices: readonly (readonly [string, string])[] = [
  ...audienceQuestion.options.flatMap(({ label, value }) =>
    audiences.some((one) => one === value) ? [[value, label] as const] : [],
  ),
  [unsaid, 'Not said'],
];

const plain = (words: string) => ({ type: 'plain_text' as const, text: words, emoji: false });
const actionId = (field: FormField) => `${actionIds.form}.${field}`;

function choice(field: FormField, label: string, of: readonly (readonly [string, string])[], chosen: string): SlackBlock {
  const options = of.map(([value, words]) => ({ text: plain(words), value }));
  const initial = options.find((one) => one.value === chosen);
  return {
    type: 'input',
    block_id: field,
    label: plain(label),
    dispatch_action: true,
    element: {
      type: 'static_select',
      action_id: actionId(field),
      options,
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  };
}

function text(
  field: FormField,
  label: string,
  value: string,
  {
    round,
    most,
    hint,
    lines,
  }: { readonly round: number; readonly most: number; readonly hint?: string; readonly lines?: true },
): SlackBlock {
  return {
    type: 'input',
    block_id: `${field}.${round}`,
    label: plain(label),
    optional: true,
    dispatch_action: true,
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    element: {
      type: 'plain_text_input',
      action_id: actionId(field),
      max_length: most,
      ...(value === '' ? {} : { initial_value: value }),
      ...(lines === undefined ? {} : { multiline: true }),
      // Enter begins a new line where there are several.
      dispatch_action_config: { trigger_actions_on: [lines === undefined ? 'on_enter_pressed' : 'on_character_entered'] },
    },
  };
}
