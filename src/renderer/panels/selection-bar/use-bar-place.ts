import { type RefObject, useLayoutEffect } from 'react';
import { useApplication } from '../../app/use-application.ts';
import { placeBar } from './place-bar.ts';

/** Keeps the bar beside what it is about while text moves on the screen, without drawing it again. */
export function useBarPlace(
  bar: RefObject<HTMLElement | null>,
  subject: { readonly start: number; readonly end: number } | null,
): void {
  const app = useApplication();
  useLayoutEffect(() => {
    const view = app.textView.current;
    if (subject === null || view === null) return;
    const place = () => {
      const element = bar.current;
      const pane = element?.parentElement?.getBoundingClientRect();
      if (element === null || pane === undefined) return;
      const size = element.getBoundingClientRect();
      const at = placeBar(view.rectsOf(subject.start, subject.end), pane, size);
      element.style.visibility = at === null ? 'hidden' : 'visible';
      if (at !== null)
        element.style.transform = `translate(${Math.round(at.left)}px, ${Math.round(at.top)}px)`;
    };
    place();
    return view.onLayout(place);
  }, [app, bar, subject]);
}
