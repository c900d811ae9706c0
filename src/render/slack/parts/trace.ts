import type { TraceStep } from '../../../core/answer/answer.ts';
import { strong, text } from '../../../core/answer/text.ts';
import { traceSource } from '../../text/trace-source.ts';
import type { Rendered } from '../blocks.ts';
import { renderList } from './list.ts';

export function renderTrace(steps: readonly TraceStep[]): Rendered {
  return renderList(
    steps.map((step) => text`${step.question} ${strong(step.answer)} (${traceSource[step.from]})`),
    true,
  );
}
