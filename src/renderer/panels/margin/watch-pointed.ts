import type { Application } from '../../app/application.ts';

/** Milliseconds that the pointer rests before anything lights up: on its way across the text it lights nothing. */
const rest = 80;

/**
 * Keeps `pointedSpan` what the pointer or the focus is on: a mark in the text, or an element that names its span in `data-span` (a note, a list item, a
 * link). Until the returned function is called.
 */
export function watchPointed(app: Application): () => void {
  const abort = new AbortController();
  let hovered: string | null = null;
  let focused: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    const pointedSpan = hovered ?? focused;
    if (app.interface.getState().pointedSpan !== pointedSpan) app.interface.setState({ pointedSpan });
  };
  const over = (event: PointerEvent) => {
    const span = event.buttons === 0 ? spanAt(event.target) : hovered;
    if (span === hovered) return;
    hovered = span;
    clearTimeout(timer);
    timer = setTimeout(tell, rest);
  };
  const left = () => {
    hovered = null;
    clearTimeout(timer);
    tell();
  };
  const focus = (target: EventTarget | null) => {
    const span = target instanceof Element ? target.getAttribute('data-span') : null;
    if (span === focused) return;
    focused = span;
    if (hovered === null) tell();
  };
  const { signal } = abort;
  document.addEventListener('pointerover', over, { signal, passive: true });
  document.documentElement.addEventListener('pointerleave', left, { signal, passive: true });
  document.addEventListener('focusin', ({ target }) => focus(target), { signal });
  document.addEventListener('focusout', ({ relatedTarget }) => focus(relatedTarget), { signal });
  return () => {
    abort.abort();
    clearTimeout(timer);
    app.interface.setState({ pointedSpan: null });
  };
}

function spanAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const found = target.closest<HTMLElement>('mark[data-span-ids], [data-span]');
  // Of the spans over a stretch of text the innermost is meant, as when it is clicked.
  return found?.dataset.span ?? found?.dataset.spanIds?.split(' ').at(-1) ?? null;
}
