import type { Part } from '../../core/answer/part.ts';
import type { Rendered } from './blocks.ts';
import { renderCode } from './parts/code.ts';
import { renderFields } from './parts/fields.ts';
import { renderFinding } from './parts/finding.ts';
import { renderHeading } from './parts/heading.ts';
import { renderList } from './parts/list.ts';
import { renderNote } from './parts/note.ts';
import { renderTable, type TableOptions } from './parts/table.ts';
import { renderText } from './parts/text.ts';
import { renderTrace } from './parts/trace.ts';

export interface PartOptions extends TableOptions {
  /** The headline of the answer, in plain words: what it says is not said again. */
  readonly headline: string;
}

export function renderPart(part: Part, options: PartOptions): Rendered {
  switch (part.kind) {
    case 'text':
      return renderText(part.text);
    case 'heading':
      return renderHeading(part.text);
    case 'list':
      return renderList(part.items, part.ordered === true);
    case 'fields':
      return renderFields(part.fields);
    case 'table':
      return renderTable(part, options);
    case 'code':
      return renderCode(part, options.withFiles);
    case 'finding':
      return renderFinding(part.finding, options.headline);
    case 'trace':
      return renderTrace(part.steps);
    case 'note':
      return renderNote(part.text);
    default:
      return part satisfies never;
  }
}
