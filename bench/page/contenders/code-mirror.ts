import { EditorState, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Span } from '../../../src/core/model/span.ts';
import type { Contender } from '../contender.ts';

/**
 * CodeMirror 6, set up for this job: lines wrapped, spans as mark decorations in a range set that a state field keeps, a new span as an
 * effect, so that nothing is mapped or sorted again.
 */
export const codeMirror: Contender = {
  prepare({ text, spans }) {
    const marks = Decoration.set(spans.flatMap(markRanges), true);
    const state = EditorState.create({
      doc: text,
      extensions: [
        spanField.init(() => marks),
        EditorState.readOnly.of(true),
        EditorView.lineWrapping,
        theme,
      ],
    });
    return { draw: (host) => drawEditor(host, state) };
  },
};

const addMarks = StateEffect.define<readonly Range<Decoration>[]>();

const spanField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(addMarks)) next = next.update({ add: effect.value });
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const theme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--paper)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { overflow: 'auto', font: '400 18.5px / 1.72 var(--read)' },
  '.cm-content': { maxWidth: '36rem', margin: '44px auto 30vh', padding: '0', color: 'var(--ink)' },
  '.cm-line': { padding: '0' },
});

function markRanges({ id, tag, fragments }: Span): Range<Decoration>[] {
  const mark = Decoration.mark({ class: `bench-${tag}`, attributes: { 'data-span-id': id } });
  return fragments.map(({ start, end }) => mark.range(start, end));
}

function drawEditor(host: HTMLElement, state: EditorState) {
  const view = new EditorView({ state, parent: host });
  return {
    scroller: view.scrollDOM,
    addSpan: (span: Span) => view.dispatch({ effects: addMarks.of(markRanges(span)) }),
    reveal: (offset: number) =>
      view.dispatch({ effects: EditorView.scrollIntoView(offset, { y: 'start', yMargin: 8 }) }),
    shows: (spanId: string) => view.dom.querySelector(`[data-span-id="${spanId}"]`) !== null,
    remove: () => view.destroy(),
  };
}
