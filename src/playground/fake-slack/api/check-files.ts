import type { Block, Json } from '../model.ts';
import { faultWith, type Slack } from './method.ts';

/** A picture of a message names a file that is uploaded whole; Slack refuses the message before. */
export function checkFiles({ workspace }: Slack, blocks: readonly Block[]): void {
  blocks.forEach((block, index) => {
    const id = (block['slack_file'] as Json | undefined)?.['id'];
    if (typeof id !== 'string') return;
    if ((workspace.file(id)?.content.length ?? 0) === 0)
      throw faultWith('invalid_blocks', [`[ERROR] invalid slack file [json-pointer:/blocks/${index}/slack_file]`]);
  });
}
