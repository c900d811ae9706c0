import { byId } from './dom.js';

const KEY = 'k8s-svc-theme';

/** Light, dark, or as the system is; kept for the next visit where the browser allows it. */
export function listenToTheme() {
  const field = /** @type {HTMLSelectElement} */ (byId('theme'));
  field.value = read();
  show(field.value);
  field.addEventListener('change', () => {
    show(field.value);
    try {
      localStorage.setItem(KEY, field.value);
    } catch {
      // Private windows may keep nothing.
    }
  });
}

/** @param {string} theme */
function show(theme) {
  if (theme === '') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function read() {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
