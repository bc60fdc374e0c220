import { type RefObject, useEffect, useRef } from 'react';
import { ArticleView, type ArticleViewEvents } from './article-view.ts';
import './editor.css';

interface ArticleEditorProps {
  /** What the person does in the text. May be another object at each render. */
  readonly events: ArticleViewEvents;
  /** Filled with the view while it stands, null before and after. */
  readonly viewRef: RefObject<ArticleView | null>;
  /** Called once when the view stands: the place to show an article and to subscribe to stores. What it returns is called before it goes. */
  readonly onReady: (view: ArticleView) => (() => void) | undefined;
}

/** The place of the article in React: it makes the view and lets it go; what the view shows, its owner says directly. */
export function ArticleEditor({ events, viewRef, onReady }: ArticleEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ events, onReady });
  useEffect(() => {
    latest.current = { events, onReady };
  });
  useEffect(() => {
    if (host.current === null) return;
    const view = new ArticleView(host.current, {
      onSelect: (selection, cause) => latest.current.events.onSelect(selection, cause),
      onKey: (event) => latest.current.events.onKey(event),
      onResizeSpan: (...report) => latest.current.events.onResizeSpan(...report),
      onLayout: () => latest.current.events.onLayout(),
    });
    viewRef.current = view;
    const leave = latest.current.onReady(view);
    return () => {
      leave?.();
      viewRef.current = null;
      view.dispose();
    };
  }, [viewRef]);
  return <div ref={host} className="article-host" />;
}
