import type { App } from '@slack/bolt';
import type { SlackFront } from '../slack-front.ts';
import { onAsFile } from './actions/as-file.ts';
import { onChangeManifest } from './actions/change-manifest.ts';
import { onChoose } from './actions/choose.ts';
import { onFeedback } from './actions/feedback.ts';
import { onPicture } from './actions/picture.ts';
import { onRun } from './actions/run.ts';
import { onShare } from './actions/share.ts';
import { onStaleButton } from './actions/stale.ts';
import { onWatch } from './actions/watch.ts';
import { onCommand } from './commands/k8s-svc.ts';
import { onAgentSessionStopped } from './events/agent-session-stopped.ts';
import { onAlertMessage } from './events/alert-message.ts';
import { onAppHomeOpened } from './events/app-home-opened.ts';
import { onAppMention } from './events/app-mention.ts';
import { onMessage } from './events/message.ts';
import { onReviewMessage } from './shortcuts/review-message.ts';
import { onTriageMessage } from './shortcuts/triage-message.ts';
import { onManifestForm } from './views/manifest-form.ts';

/** Every listener, once. */
export function addListeners(app: App, front: SlackFront): void {
  for (const add of [
    onCommand,
    onAppMention,
    onMessage,
    onAlertMessage,
    onAgentSessionStopped,
    onAppHomeOpened,
    onRun,
    onChoose,
    onPicture,
    onChangeManifest,
    onAsFile,
    onShare,
    onWatch,
    onFeedback,
    onStaleButton,
    onTriageMessage,
    onReviewMessage,
    onManifestForm,
  ]) {
    add(app, front);
  }
}
