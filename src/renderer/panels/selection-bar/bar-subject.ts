import type { Span } from '../../../core/model/span.ts';
import { endOf, startOf } from '../../../core/model/span.ts';
import type { InterfaceState } from '../../app/interface-state.ts';
import type { FocusSlice, ProjectSlice } from '../../store/workbench-state.ts';

/** What the bar is about: words to tag, or an annotation to change. */
export interface BarSubject {
  readonly kind: 'selection' | 'span' | 'retag';
  readonly start: number;
  readonly end: number;
  /** The current annotation, if there is one. */
  readonly span: Span | undefined;
}

/** What the bar is about now, or null when there is to be none: never for a mere caret. */
export function barSubject(
  { open, saving }: Pick<ProjectSlice, 'open' | 'saving'>,
  { selection, currentSpan }: Pick<FocusSlice, 'selection' | 'currentSpan'>,
  mode: InterfaceState['selectionBar'],
): BarSubject | null {
  if (open === null || mode === 'putAway' || saving.kind === 'readOnly') return null;
  const span = currentSpan === null ? undefined : open.spans.get(currentSpan);
  if (mode === 'retag' && span !== undefined) {
    return { kind: 'retag', start: startOf(span), end: endOf(span), span };
  }
  const start = Math.min(selection.anchor, selection.focus);
  const end = Math.max(selection.anchor, selection.focus);
  if (start === end) return null;
  const isSpan = span !== undefined && startOf(span) === start && endOf(span) === end;
  return { kind: isSpan ? 'span' : 'selection', start, end, span };
}
