import { clock, make, toDom } from './dom.js';
import { repliesTo, store } from './store.js';

/** @import { PageFile, PageMessage } from '../page-model.ts' */

/**
 * One message with its files, reactions, thread summary and tools.
 * @param {PageMessage} message
 * @param {boolean} inThread In the threads pane, where there is no summary and no way into a thread.
 */
export function drawMessage(message, inThread) {
  const article = make('article', {
    class: message.isEphemeral ? 'message ephemeral' : 'message',
    'data-channel': message.channel,
    'data-ts': message.ts,
    tabindex: '-1',
    'aria-label': `${message.author.name}, ${clock(message.at)}`,
  });
  if (message.isEphemeral) article.append(make('p', { class: 'only' }, 'Only visible to you'));
  article.append(avatar(message), content(message, inThread));
  if (!message.isEphemeral) article.append(tools(message, inThread));
  return article;
}

/** @param {PageMessage} message */
function avatar({ author }) {
  const look = author.face === '☸' ? 'app' : author.isApp ? 'bot' : `person-${hue(author.id)}`;
  return make('div', { class: `avatar ${look}`, 'aria-hidden': 'true' }, author.face);
}

/**
 * @param {PageMessage} message
 * @param {boolean} inThread
 */
function content(message, inThread) {
  const { author, at } = message;
  const head = make('div', { class: 'head' }, make('b', { class: 'author' }, author.name));
  if (author.isApp) head.append(make('span', { class: 'badge' }, 'APP'));
  head.append(make('time', { datetime: new Date(at).toISOString() }, clock(at)));
  const box = make('div', { class: 'content' }, head, make('div', { class: 'body' }, ...message.body.map(toDom)));
  if (message.edited) box.append(make('span', { class: 'edited' }, '(edited)'));
  box.append(...message.files.map(file));
  if (message.reactions.length > 0) {
    box.append(
      make('div', { class: 'reactions' }, ...message.reactions.map((one) => make('span', {}, `${one.sign} ${one.count}`))),
    );
  }
  const replies = inThread ? [] : repliesTo(message.ts).filter((one) => !one.isEphemeral);
  const last = replies.at(-1);
  if (last !== undefined) {
    const words = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
    box.append(
      make(
        'button',
        { type: 'button', class: 'replies', 'data-thread': message.ts },
        make('b', {}, words),
        ` Last reply ${clock(last.at)}`,
      ),
    );
  }
  return box;
}

/** @param {PageFile} file */
function file({ title, url, kind, preview, moreLines }) {
  const download = make('a', { class: 'download', href: url, download: '' }, 'Download');
  const figure = make(
    'figure',
    { class: 'file' },
    make('figcaption', {}, make('b', {}, title), make('span', {}, kind), download),
  );
  if (kind === 'image') figure.append(make('img', { src: url, alt: title }));
  else figure.append(make('pre', { class: 'code' }, preview));
  if (moreLines > 0) figure.append(make('p', { class: 'more' }, `… ${moreLines} more lines in the file`));
  return figure;
}

/**
 * @param {PageMessage} message
 * @param {boolean} inThread
 */
function tools(message, inThread) {
  const bar = make('div', { class: 'tools', role: 'group', 'aria-label': 'Message actions' });
  if (!inThread)
    bar.append(make('button', { type: 'button', 'data-thread': message.ts, title: 'Reply in thread' }, '💬 Reply'));
  for (const { id, name } of store.state.shortcuts) {
    bar.append(
      make('button', { type: 'button', 'data-shortcut': id, title: `${name} (message shortcut of k8s-svc)` }, `☸ ${name}`),
    );
  }
  return bar;
}

/**
 * A colour of the six that avatars have, the same for the same person.
 * @param {string} id
 */
function hue(id) {
  let sum = 0;
  for (const letter of id) sum += letter.charCodeAt(0);
  return sum % 6;
}
