import type { Span } from '../../../src/core/model/span.ts';
import { SpanIndex } from '../../../src/core/model/span-index.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';
import { ArticleView } from '../../../src/renderer/editor/article-view.ts';
import type { Contender } from '../contender.ts';
import '../../../src/renderer/editor/editor.css';

/** The app's own editor alone, with the values that the store would hand it. */
export const ascribeEditor: Contender = {
  prepare({ id, text, spans }) {
    const article = { id, text, blocks: deriveBlocks(text), direction: 'ltr' } as const;
    const index = SpanIndex.of(spans);
    return { draw: (host) => drawView(host, article, index) };
  },
};

function drawView(host: HTMLElement, article: Parameters<ArticleView['showArticle']>[0], index: SpanIndex) {
  const view = new ArticleView(host, {
    onSelect: () => undefined,
    onKey: () => false,
    onResizeSpan: () => undefined,
    onLayout: () => undefined,
  });
  view.showArticle(article, index, defaultTagSet);
  let spans = index;
  const scroller = host.firstElementChild;
  if (!(scroller instanceof HTMLElement)) throw new Error('the view puts its scroller into the host');
  return {
    scroller,
    addSpan: (span: Span) => {
      spans = spans.with(span);
      view.updateSpans(spans);
    },
    reveal: (offset: number) => view.setSelection({ anchor: offset, focus: offset }, 'centre'),
    shows: (spanId: string) => scroller.querySelector(`mark[data-span-ids~="${spanId}"]`) !== null,
    remove: () => view.dispose(),
  };
}
