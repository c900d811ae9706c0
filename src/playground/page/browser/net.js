import { byId } from './dom.js';
import { store } from './store.js';

/** @import { PageEvent } from '../page-model.ts' */

/** Settled when it is known who is in front of the page, and what this person sees. */
export let ready = Promise.resolve();

/**
 * Does something as the person in front of the page. Shows a sentence when it failed, and returns what came back.
 * @param {string} act
 * @param {Readonly<Record<string, unknown>>} body
 * @returns {Promise<any>}
 */
export async function doAct(act, body) {
  await ready;
  try {
    const response = await fetch(`/act/${act}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: store.state.me.id, ...body }),
    });
    const answer = await response.json();
    notice(answer.ok ? '' : answer.say);
    return answer;
  } catch {
    notice('k8s-svc is not running any more: start it again with `npm start`.');
    return { ok: false };
  }
}

/** @type {EventSource | undefined} */
let stream;

/**
 * Listens to what happens in the workspace, as this person.
 * @param {string} person User id, '' for the first one.
 * @param {(event: PageEvent) => void} onEvent
 */
export function listen(person, onEvent) {
  stream?.close();
  stream = new EventSource(person === '' ? '/events' : `/events?as=${encodeURIComponent(person)}`);
  /** @type {PromiseWithResolvers<void>} */
  const { promise, resolve } = Promise.withResolvers();
  ready = promise;
  stream.addEventListener('message', (message) => {
    onEvent(JSON.parse(message.data));
    resolve();
  });
  stream.addEventListener('error', () => resolve());
  stream.addEventListener('open', () => notice(''));
  stream.addEventListener('error', () =>
    notice('k8s-svc does not answer. Start it again with `npm start`; this page comes back by itself.'),
  );
}

/**
 * @param {string} say Nothing hides the notice.
 */
export function notice(say) {
  const place = byId('notice');
  place.textContent = say;
  place.hidden = say === '';
}
