import { z } from 'zod';
import { block, onlyOn, type CheckedBlock } from './check/blocks.ts';
import { limits } from './limits.ts';

export type Surface = 'message' | 'modal' | 'home';

/** What Slack would refuse, and where: `blocks[2].elements[0].text`. */
export interface BlockFault {
  readonly path: string;
  readonly fault: string;
}

/** Checks blocks against Slack's limits for one surface; no faults means that Slack takes them. Throws nothing. */
export function validateBlocks(blocks: unknown, surface: Surface): BlockFault[] {
  if (!Array.isArray(blocks)) return [{ path: 'blocks', fault: 'is no array' }];
  const faults: BlockFault[] = [];
  const good: CheckedBlock[] = [];
  blocks.forEach((one, index) => {
    const parsed = block.safeParse(one);
    if (parsed.success) good.push(parsed.data);
    else faults.push(...parsed.error.issues.map((issue) => faultOf(issue, index)));
    const places = onlyOn[(one as CheckedBlock | null)?.type ?? 'divider'];
    if (places?.includes(surface) === false) {
      faults.push({ path: `blocks[${index}]`, fault: `does not stand on a ${surface}` });
    }
  });
  if (blocks.length > limits.blocks[surface]) {
    faults.push({ path: 'blocks', fault: `${blocks.length} blocks, a ${surface} takes ${limits.blocks[surface]}` });
  }
  faults.push(...duplicates(good), ...tableFaults(good), ...markdownFaults(good));
  const most = surface === 'message' ? limits.messageJson : limits.viewJson;
  const length = (JSON.stringify(blocks) ?? '').length;
  if (length > most) faults.push({ path: 'blocks', fault: `${length} characters in all, more than ${most}` });
  return faults;
}

const message = z.looseObject({
  text: z.string().min(1, 'must not be empty').max(limits.messageText),
  blocks: z.unknown().optional(),
});

/** A whole message: its blocks, and the `text` that notifications and screen readers get. */
export function validateMessage(payload: unknown): BlockFault[] {
  const parsed = message.safeParse(payload);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), fault: issue.message }));
  }
  return parsed.data.blocks === undefined ? [] : validateBlocks(parsed.data.blocks, 'message');
}

function faultOf(issue: z.core.$ZodIssue, index: number): BlockFault {
  const path = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return { path: `blocks[${index}]${path}`, fault: issue.message };
}

/** Block ids are unique in a message, action ids in their block. */
function duplicates(blocks: readonly CheckedBlock[]): BlockFault[] {
  const faults: BlockFault[] = [];
  const blockIds = new Set<string>();
  for (const one of blocks) {
    if ('block_id' in one && one.block_id !== undefined) {
      if (blockIds.has(one.block_id)) faults.push({ path: 'blocks', fault: `block_id "${one.block_id}" stands twice` });
      blockIds.add(one.block_id);
    }
    if (one.type !== 'actions') continue;
    const actionIds = one.elements.map((element) => element.action_id);
    if (new Set(actionIds).size < actionIds.length)
      faults.push({ path: 'blocks', fault: 'an action_id stands twice in a block' });
  }
  return faults;
}

function tableFaults(blocks: readonly CheckedBlock[]): BlockFault[] {
  const tables = blocks.filter((one) => one.type === 'table');
  const cells = tables.flatMap((one) => one.rows.flat());
  const length = cells.reduce(
    (sum, cell) => sum + (cell.type === 'raw_text' ? cell.text.length : JSON.stringify(cell).length),
    0,
  );
  return [
    ...(tables.length > limits.tablesInMessage ? [{ path: 'blocks', fault: 'only one table is allowed' }] : []),
    ...(length > limits.tableText
      ? [{ path: 'blocks', fault: `tables of ${length} characters, more than ${limits.tableText}` }]
      : []),
    ...tables.flatMap((one) =>
      one.rows.some((row) => row.length !== one.rows[0]?.length)
        ? [{ path: 'blocks', fault: 'table rows differ in length' }]
        : [],
    ),
  ];
}

function markdownFaults(blocks: readonly CheckedBlock[]): BlockFault[] {
  const length = blocks.reduce((sum, one) => sum + (one.type === 'markdown' ? one.text.length : 0), 0);
  return length > limits.markdown ? [{ path: 'blocks', fault: `markdown of ${length} characters` }] : [];
}
