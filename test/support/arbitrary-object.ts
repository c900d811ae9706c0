import fc from 'fast-check';
import type { Message } from '../../src/read/protobuf/message.ts';
import { hostileStrings } from './hostile-strings.ts';

const text = fc
  .oneof(fc.constantFrom('web', 'http', 'True', 'ndots', '5', 'Pod', 'Always', ...hostileStrings), fc.string())
  .map((one) => one.toWellFormed());
const whole = fc.oneof(fc.constantFrom(0, 1, 80, -1, 2_147_483_647, Number.MAX_SAFE_INTEGER), fc.integer());

/** Objects in JSON as the API server may send them: of these fields, each there or not, and no zero where it leaves zeros out. */
export function arbitraryObject(message: Message): fc.Arbitrary<Record<string, unknown>> {
  const fields = message.filter((field) => field !== undefined);
  const own = fields.filter(({ name }) => name !== '').map((field) => [field.name, valueOf(field)] as const);
  const inline = fields.filter(({ name }) => name === '').map(({ type }) => arbitraryObject(type as Message));
  return fc
    .tuple(fc.record(Object.fromEntries(own), { requiredKeys: [] }), ...inline)
    .map((parts) => Object.assign({}, ...parts) as Record<string, unknown>);
}

function valueOf({ type, many, zeroIsAbsent }: NonNullable<Message[number]>): fc.Arbitrary<unknown> {
  const one: fc.Arbitrary<unknown> = typeof type === 'string' ? scalars[type] : arbitraryObject(type);
  if (many === 'list') return fc.array(one, { minLength: 1, maxLength: 3 });
  if (many === 'map') return fc.dictionary(text, one, { minKeys: 1, maxKeys: 3 });
  return zeroIsAbsent ? one.filter((value) => value !== '' && value !== 0 && value !== false) : one;
}

const scalars = {
  string: text,
  bool: fc.boolean(),
  int: whole,
  time: fc
    .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  quantity: fc.constantFrom('100m', '128Mi', '1'),
  intOrString: fc.oneof(fc.integer({ min: -1, max: 70_000 }), text),
  json: fc.constantFrom({}, { 'f:spec': { 'f:replicas': {} } }, { 'f:metadata': { 'f:labels': { 'f:app': {} } } }),
};
