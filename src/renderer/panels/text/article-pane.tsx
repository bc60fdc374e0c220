import { type CSSProperties, useRef, useState } from 'react';
import { useApplication, useInterface, useSettings } from '../../app/use-application.ts';
import { ArticleEditor } from '../../editor/article-editor.tsx';
import type { ArticleView } from '../../editor/article-view.ts';
import type { TextSelection } from '../../store/workbench-state.ts';
import { WhoPopup } from '../cast/who-popup.tsx';
import { GuidelinePopover } from '../guideline/guideline-popover.tsx';
import { lightSpans } from '../margin/light-spans.ts';
import { Margin } from '../margin/margin.tsx';
import { watchPointed } from '../margin/watch-pointed.ts';
import { SelectionBar } from '../selection-bar/selection-bar.tsx';
import { SuggestionBar } from '../suggestion-bar/suggestion-bar.tsx';
import { ArticleLine } from './article-line.tsx';
import { LayoutSignal } from './layout-signal.ts';
import { showInView } from './show-in-view.ts';
import { showSuggestions } from './show-suggestions.ts';
import { afterPointer, afterShift, pressInText, resizeSpan } from './text-gestures.ts';
import './article-pane.css';

/** Width of an average character of the reading face, in parts of its size. */
const averageCharacter = 0.465;

/** The open article with what stands over it. */
export function ArticlePane() {
  const app = useApplication();
  const textSize = useSettings((settings) => settings.textSize);
  const columnWidth = useSettings((settings) => settings.columnWidth);
  const review = useInterface((state) => state.review);
  const marginShown = useSettings((settings) => settings.marginShown);
  const viewRef = useRef<ArticleView | null>(null);
  const [standing, setStanding] = useState<ArticleView | null>(null);
  const reported = useRef<TextSelection | null>(null);
  const layout = useRef(new LayoutSignal());

  const ready = (view: ArticleView) => {
    const isFromView = (selection: TextSelection) =>
      selection.anchor === reported.current?.anchor && selection.focus === reported.current.focus;
    const suggestions = showSuggestions(app, view);
    const stops = [
      showInView(app, view, isFromView, suggestions.drawn),
      lightSpans(app, view),
      watchPointed(app),
      suggestions.stop,
    ];
    setStanding(view);
    app.textView.current = {
      focus: () => view.focus(),
      revealSelection: () => view.setSelection(app.workbench.focus.getState().selection, 'centre'),
      rectsOf: (start, end) => view.rectsOf(start, end),
      onLayout: (listener) => layout.current.listen(listener),
    };
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === 'Shift') afterShift(app);
    };
    window.addEventListener('keyup', onKeyUp);
    return () => {
      window.removeEventListener('keyup', onKeyUp);
      for (const stop of stops) stop();
      setStanding(null);
      app.textView.current = null;
    };
  };

  const style = {
    '--text-size': `${textSize}px`,
    '--column-width': `${Math.round(columnWidth * textSize * averageCharacter)}px`,
    '--beside-width': marginShown ? '196px' : '0',
  } as CSSProperties;
  return (
    <div className="article-pane" style={style}>
      <ArticleLine />
      <ArticleEditor
        viewRef={viewRef}
        onReady={ready}
        events={{
          onSelect: (selection, cause) => {
            reported.current = selection;
            app.interface.setState({ selectionBar: 'auto', review: null });
            app.workbench.select(selection);
            reported.current = null;
            if (cause === 'pointer-end') afterPointer(app, selection);
          },
          onKey: (event) => pressInText(app, event),
          onResizeSpan: (...report) => {
            if (viewRef.current !== null) resizeSpan(app, viewRef.current, report);
          },
          onLayout: () => layout.current.fire(),
        }}
      />
      {standing !== null && marginShown ? <Margin view={standing} layout={layout.current} /> : null}
      {review === null ? <SelectionBar /> : <SuggestionBar suggestion={review} />}
      <WhoPopup />
      <GuidelinePopover />
    </div>
  );
}
