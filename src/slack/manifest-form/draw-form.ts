import { firstOf } from '../../core/ask/asked-facts.ts';
import type { ManifestRequest } from '../../core/ask/request.ts';
import { note } from '../../core/answer/build.ts';
import { code, flatten, text } from '../../core/answer/text.ts';
import type { Answer } from '../../core/answer/answer.ts';
import { manifestFormView, takesHost, type FormFields } from '../../render/slack/views/manifest-form-view.ts';
import { faultyPreview, manifestPreview } from '../../render/slack/views/manifest-preview.ts';
import { sayingModal, type SlackModal } from '../../render/slack/views/modal.ts';
import type { Asker } from '../deps.ts';
import type { SlackFront } from '../slack-front.ts';
import { fillForm } from './fill-form.ts';
import { formRequest } from './form-request.ts';
import { toMetadata, type Filled, type FormOrigin, type FormState } from './form-state.ts';

const title = 'Change the manifest';

/** The form as it opens: filled with what the manifest says now. */
export async function firstForm(
  front: SlackFront,
  asker: Asker,
  asked: ManifestRequest,
  origin: FormOrigin,
): Promise<SlackModal> {
  const { answer, request } = await front.answerer.answer({ ...asker, seenBy: 'person' }, () => asked);
  // Whoever may not ask has nothing to fill in; a request that the channel's defaults completed is the one to change.
  if (answer.problem !== undefined || request?.verb !== 'manifest') return sayingModal(title, sentence(answer));
  const filled = fillForm(answer, request);
  const fields: FormFields = {
    ...filled,
    type: request.type,
    audience: firstOf(request.known.audience) ?? '',
    host: takesHost(request.type) ? (request.known.externalHost ?? '') : '',
  };
  return draw({ base: request, filled, round: 0, origin }, fields, answer);
}

/** The form after a change: what was typed stays, what k8s-svc filled in follows, and the preview is of both. */
export async function nextForm(front: SlackFront, asker: Asker, state: FormState, fields: FormFields): Promise<SlackModal> {
  const wanted = formRequest(state, fields);
  if ('faults' in wanted) {
    const metadata = toMetadata(state) ?? '';
    return manifestFormView({ fields, round: state.round, metadata, preview: faultyPreview(Object.values(wanted.faults)) });
  }
  const { answer, request } = await front.answerer.answer({ ...asker, seenBy: 'person' }, () => wanted.request);
  if (answer.problem !== undefined || request?.verb !== 'manifest') return draw(state, fields, answer);
  const { filled, fields: now } = refilled(state.filled, fields, fillForm(answer, request));
  const isNew = (Object.keys(filled) as (keyof Filled)[]).some((field) => now[field] !== fields[field]);
  return draw({ ...state, filled, round: state.round + (isNew ? 1 : 0) }, now, answer);
}

/** A field that nobody touched takes what the manifest says by now. An emptied one stays empty: perhaps somebody is typing. */
function refilled(before: Filled, fields: FormFields, after: Filled): { readonly filled: Filled; readonly fields: FormFields } {
  const filled = { ...before };
  const now = { ...fields };
  for (const field of Object.keys(before) as (keyof Filled)[]) {
    if (fields[field] !== before[field]) continue;
    filled[field] = after[field];
    now[field] = after[field];
  }
  return { filled, fields: now };
}

function draw(state: FormState, fields: FormFields, answer: Answer): SlackModal {
  const metadata = toMetadata(state);
  if (metadata === undefined)
    return sayingModal(
      title,
      'This manifest has too much in it for a form: please type the request, for example manifest ClusterIP web -n shop',
    );
  return manifestFormView({
    fields,
    round: state.round,
    metadata,
    preview: manifestPreview({ ...answer, parts: [...otherName(fields, answer), ...answer.parts] }),
  });
}

/** A name that another Service has already gets an ending: that is said, as somebody typed another one. */
function otherName({ name, namespace }: FormFields, answer: Answer): Answer['parts'] {
  const written = answer.manifests?.[0]?.name.replace(/-service\.yaml$/u, '');
  if (name === '' || written === undefined || written === name || written.endsWith('.yaml')) return [];
  const where = namespace === '' ? 'there' : text`in ${code(namespace)}`;
  return [note(text`The name ${code(name)} is taken ${where}, so it is called ${code(written)}.`)];
}

function sentence({ headline, parts }: Answer): string {
  const next = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : part.kind === 'list' ? part.items : []));
  return [headline, ...next].map((one) => flatten(one)).join('\n');
}
