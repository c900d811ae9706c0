import { validateBlocks } from '../../../render/slack/check-blocks.ts';
import { type Methods, parsed, SlackFault } from './method.ts';

/** Source: docs.slack.dev/reference/methods/blocks.validate */
export const blockMethods: Methods = {
  'blocks.validate': {
    token: 'none',
    run(args) {
      const faults = validateBlocks(parsed(args, 'blocks', 'invalid_blocks_format'), 'message');
      if (faults.length > 0) {
        const errors = faults.map(({ path, fault }) => ({
          code: 'invalid_blocks',
          message: fault,
          field: path,
          pointer: path,
        }));
        throw new SlackFault('invalid_blocks', { errors });
      }
      return {};
    },
  },
};
