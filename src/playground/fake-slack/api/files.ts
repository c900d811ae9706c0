import { fileJson } from '../message-json.ts';
import { findOwnChannel, findThread } from './find-channel.ts';
import { parsed, required, text, type Methods, SlackFault } from './method.ts';

/**
 * The upload in three steps: ask for an address, POST the content there, say where it belongs.
 * Source: docs.slack.dev/messaging/working-with-files#uploading_files
 */
export const fileMethods: Methods = {
  'files.getUploadURLExternal': {
    token: 'bot',
    scopes: ['files:write'],
    run(args, { workspace, url }) {
      const name = required(args, 'filename');
      if (!(Number(required(args, 'length')) > 0)) throw new SlackFault('invalid_arguments');
      const id = workspace.newId('F');
      workspace.keepFile({ id, name, title: name, snippetType: text(args, 'snippet_type'), content: Buffer.alloc(0) });
      return { upload_url: `${url()}/upload/${id}`, file_id: id };
    },
  },
  'files.completeUploadExternal': {
    token: 'bot',
    scopes: ['files:write'],
    run(args, slack) {
      const { workspace } = slack;
      const listed = parsed(args, 'files');
      if (!Array.isArray(listed) || listed.length === 0) throw new SlackFault('invalid_arguments');
      const ids = (listed as { readonly id?: unknown; readonly title?: unknown }[]).map((one) => {
        const file = workspace.file(String(one.id));
        if (file === undefined || file.content.length === 0) throw new SlackFault('file_not_found');
        workspace.keepFile({ ...file, title: typeof one.title === 'string' ? one.title : file.name });
        return file.id;
      });
      if (text(args, 'channel_id') !== undefined) {
        const channel = findOwnChannel(args, slack, 'channel_id');
        const threadTs = findThread(args, slack, channel);
        const user = workspace.directory.app.botUserId;
        workspace.post({ channel: channel.id, user, text: text(args, 'initial_comment') ?? '', files: ids, threadTs });
      }
      return { files: ids.map((id) => fileJson(workspace, id)) };
    },
  },
};
