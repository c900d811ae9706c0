/** @import { Node as Drawn } from '../draw/node.ts' */

/**
 * Makes what the server drew. Texts become text nodes: nothing is ever parsed as HTML.
 * @param {Drawn} drawn
 * @returns {Node}
 */
export function toDom(drawn) {
  if (typeof drawn === 'string') return document.createTextNode(drawn);
  return make(drawn.tag, drawn.attrs, ...drawn.children.map(toDom));
}

/**
 * @param {string} tag
 * @param {Readonly<Record<string, string>>} [attrs]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function make(tag, attrs = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * The element of this id, which the page is known to have.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
}

/**
 * @param {number} at Epoch milliseconds.
 */
export function clock(at) {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/**
 * The nearest element around the target of an event, or around an element, that the selector matches.
 * @param {EventTarget | null} from
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function around(from, selector) {
  const found = from instanceof Element ? from.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
}
