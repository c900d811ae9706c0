import { around } from './dom.js';
import { showSidebar } from './sidebar.js';

/** Arrow keys in tabs, menus and from message to message, Escape and a click elsewhere to close menus. */
export function listenToKeys() {
  document.addEventListener('keydown', (event) => {
    const tab = around(event.target, '[role=tab]');
    const menu = around(event.target, 'details.overflow');
    if (tab !== null && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      step([...(tab.parentElement?.children ?? [])], tab, event.key === 'ArrowRight' ? 1 : -1)?.click();
    } else if (menu !== null && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      menu.setAttribute('open', '');
      step([...menu.querySelectorAll('.menu button')], document.activeElement, event.key === 'ArrowDown' ? 1 : -1);
    } else if (isList(event.target) && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const list = around(event.target, '.messages');
      step([...(list?.querySelectorAll('article') ?? [])], document.activeElement, event.key === 'ArrowDown' ? 1 : -1);
    } else if (menu?.hasAttribute('open') && event.key === 'Escape') {
      menu.removeAttribute('open');
      menu.querySelector('summary')?.focus();
    } else if (event.key === 'Escape' && document.querySelector('.sidebar-open') !== null) {
      showSidebar(false);
      document.getElementById('open-sidebar')?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener('click', (event) => {
    const inside = around(event.target, 'details.overflow');
    for (const menu of document.querySelectorAll('details.overflow[open]')) if (menu !== inside) menu.removeAttribute('open');
  });
}

/**
 * A list of messages or one of them; in what stands inside, arrow keys are the element's own.
 * @param {EventTarget | null} target
 */
function isList(target) {
  return target instanceof Element && target.matches('.messages, .messages > article');
}

/**
 * Moves the focus by one, around the ends.
 * @param {readonly Element[]} elements
 * @param {Element | null} from
 * @param {1 | -1} by
 */
function step(elements, from, by) {
  const at = from === null ? -1 : elements.indexOf(from);
  const next = elements[at < 0 ? (by === 1 ? 0 : elements.length - 1) : (at + by + elements.length) % elements.length];
  if (!(next instanceof HTMLElement)) return undefined;
  next.focus();
  return next;
}
