import type { ResourceName } from '../../core/model/resources.ts';
import { kinds, messages } from './kept-fields.generated.ts';
import type { Message } from './message.ts';
import type { Scalar } from './scalar.ts';

export type MessageName = keyof typeof messages;

type Draft = Message[number][];

const scalars: ReadonlySet<string> = new Set<Scalar>(['string', 'bool', 'int', 'time', 'quantity', 'intOrString', 'json']);
const made = new Map<string, Message>();

/** The message of this name, made of its lines when it is first asked for. */
export function messageOf(name: MessageName): Message {
  const known = made.get(name);
  if (known !== undefined) return known;
  const message = parseFields(messages[name]);
  made.set(name, message);
  return message;
}

/** Lines as kept-fields.generated.ts has them: `11 labels string{}`. */
export function parseFields(lines: readonly string[]): Message {
  const message: Draft = [];
  for (const line of lines) {
    const [number = '', name = '', words = ''] = line.split(' ');
    const type = words.replace(/\[\]|\{\}|\?/gu, '');
    message[Number(number)] = {
      name: name === '-' ? '' : name,
      type: scalars.has(type) ? (type as Scalar) : messageOf(type as MessageName),
      many: words.includes('[]') ? 'list' : words.includes('{}') ? 'map' : 'one',
      zeroIsAbsent: words.endsWith('?'),
    };
  }
  return message;
}

/** Whether the API server sends the objects of a resource as protobuf: those of a CRD it never does. */
export function hasProtobuf(resource: ResourceName): resource is keyof typeof kinds {
  return resource in kinds;
}
