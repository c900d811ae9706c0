import type { Answer } from '../../core/answer/answer.ts';
import { formatRequest } from '../../core/ask/format-request.ts';
import type { ExplainRequest, TriageRequest } from '../../core/ask/request.ts';
import type { TrafficPicture } from '../../core/picture/traffic-picture.ts';

/** The answer with its picture, and after its first next step the one that shows it. `name` is the Service's. */
export function withPicture(
  answer: Answer,
  picture: TrafficPicture,
  request: ExplainRequest | TriageRequest,
  name: string,
): Answer {
  const [first, ...rest] = answer.actions;
  const show = { label: 'Picture', request: formatRequest(request), draws: name };
  return { ...answer, picture, actions: [...(first === undefined ? [] : [first]), show, ...rest] };
}
