import type { Message } from './message.ts';

/** Remembers what was found in a message: many rules ask for the same. Kept as long as the message is. */
export function once<T>(find: (message: Message) => T): (message: Message) => T {
  const found = new WeakMap<Message, { readonly value: T }>();
  return (message) => {
    const known = found.get(message);
    if (known !== undefined) return known.value;
    const value = find(message);
    found.set(message, { value });
    return value;
  };
}
