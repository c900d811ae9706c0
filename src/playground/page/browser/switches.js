import { around, byId, make } from './dom.js';
import { doAct } from './net.js';
import { openChannel, store } from './store.js';

/** The panels in which cluster and Slack are broken and mended. Buttons stay, so that focus does. */
export function drawSwitches() {
  const { faults, troubles } = store.state.switches;
  byId('faults').hidden = faults.length === 0;
  byId('fault-count').textContent = `${faults.filter((one) => one.on).length} of ${faults.length} on`;
  const list = byId('fault-list');
  if (list.children.length !== faults.length) {
    list.replaceChildren(
      ...faults.map(({ id, title }) =>
        make('button', { type: 'button', class: 'switch', role: 'switch', 'data-fault': id }, title),
      ),
    );
  }
  faults.forEach(({ on }, index) => list.children[index]?.setAttribute('aria-checked', String(on)));
  byId('trouble-count').replaceChildren(
    ...(troubles === 0
      ? []
      : [
          `${troubles === 1 ? 'One call fails next.' : `${troubles} calls fail next.`} `,
          make('button', { type: 'button', class: 'link', 'data-trouble': 'calm' }, 'Call it off'),
        ]),
  );
  const channel = openChannel();
  const membership = byId('membership');
  membership.hidden = channel?.kind !== 'channel';
  membership.textContent = `k8s-svc is in #${channel?.name ?? ''}`;
  membership.setAttribute('aria-checked', String(channel?.hasApp === true));
}

export function listenToSwitches() {
  byId('sidebar').addEventListener('click', (event) => {
    const button = around(event.target, 'button');
    const { fault, trouble, clusterAct } = button?.dataset ?? {};
    const isOn = button?.getAttribute('aria-checked') === 'true';
    if (fault !== undefined) void doAct('fault', { fault, on: !isOn });
    else if (trouble !== undefined) void doAct('trouble', { trouble });
    else if (clusterAct !== undefined) void doAct(clusterAct, {});
    else if (button?.id === 'membership') void doAct('membership', { channel: store.channel, member: !isOn });
  });
}
