import type { Span } from '../../src/core/model/span.ts';
import '../../src/renderer/ui/fonts.ts';
import { articleSizes } from '../article/article-sizes.ts';
import { type TaggedArticle, taggedArticle } from '../article/tagged-article.ts';
import { barePut } from './bare-put.ts';
import type { Contender, DrawnArticle } from './contender.ts';
import { ascribeEditor } from './contenders/ascribe-editor.ts';
import { codeMirror } from './contenders/code-mirror.ts';
import { plainParagraphs } from './contenders/plain-paragraphs.ts';
import { type PaintFigures, settled, timePaint } from './painted.ts';
import { type ScrollScript, scrollThrough } from './scroll-through.ts';

const contenders = { ascribe: ascribeEditor, codeMirror, plain: plainParagraphs } satisfies Record<
  string,
  Contender
>;
export type ContenderName = keyof typeof contenders;

export interface OpenFigures extends PaintFigures {
  /** Making the contender's own value from plain text and spans; not part of the other figures. */
  readonly prepareMs: number;
}

const articles = new Map<string, TaggedArticle>();
let drawn: DrawnArticle | undefined;
let tagsMade = 0;

/** What the benchmark calls, one at a time. */
const bench = {
  ready: async () => {
    await Promise.all(
      [...document.fonts].filter(({ family }) => family.includes('Serif')).map((face) => face.load()),
    );
    await settled();
  },

  /** Draws an article of that size; it stays until `close`. */
  async open(name: ContenderName, sizeId: string): Promise<OpenFigures> {
    const article = articleOfSize(sizeId);
    const host = hostElement();
    const preparing = performance.now();
    const prepared = contenders[name].prepare(article);
    const prepareMs = performance.now() - preparing;
    collectGarbage();
    await settled();
    const figures = await timePaint(() => {
      drawn = prepared.draw(host);
    });
    await settled();
    mustShow(article.spans[0]?.id ?? '');
    return { ...figures, prepareMs };
  },

  /** Goes from wherever it is to the middle of the article. */
  async jump(sizeId: string): Promise<PaintFigures> {
    const middle = middleOf(articleOfSize(sizeId));
    const figures = await timePaint(() => mustBeDrawn().reveal(middle));
    await settled();
    return figures;
  },

  /** Makes spans on words in the middle of the article, where `jump` has gone before. */
  async tag(sizeId: string, count: number): Promise<PaintFigures[]> {
    const article = articleOfSize(sizeId);
    const figures: PaintFigures[] = [];
    for (const span of newSpans(article, middleOf(article), count)) {
      figures.push(await timePaint(() => mustBeDrawn().addSpan(span)));
      mustShow(span.id);
      await settled();
    }
    return figures;
  },

  scroll: (script: ScrollScript): Promise<number[]> => {
    const { scroller } = mustBeDrawn();
    scroller.scrollTop = 0;
    return settled().then(() => scrollThrough(scroller, script));
  },

  async close(): Promise<void> {
    drawn?.remove();
    drawn = undefined;
    await settled();
  },

  collectGarbage,
  barePut,
};
export type Bench = typeof bench;

declare global {
  interface Window {
    bench: Bench;
    /** There with V8's `--expose-gc`. */
    gc?: () => void;
  }
}
window.bench = bench;

/** Where a paragraph near the middle begins. */
function middleOf({ text }: TaggedArticle): number {
  return text.indexOf('\n\n', text.length >> 1) + 2;
}

function collectGarbage(): void {
  window.gc?.();
}

function articleOfSize(id: string): TaggedArticle {
  const known = articles.get(id);
  if (known !== undefined) return known;
  const size = articleSizes.find((each) => each.id === id);
  if (size === undefined) throw new Error(`there is no size ${id}`);
  const made = taggedArticle(size);
  articles.set(id, made);
  return made;
}

/** Spans on the words from `offset` on, one a word, with the four tags in turn. */
function newSpans({ id, text }: TaggedArticle, offset: number, count: number): Span[] {
  const madeAt = new Date().toISOString();
  const words = [...text.slice(offset, offset + 2_000).matchAll(/\p{L}{4,}/gu)].slice(0, count);
  return words.map(({ 0: quote, index }, i) => ({
    id: `new-${++tagsMade}`,
    articleId: id,
    tag: ['speaker', 'claim', 'location', 'date'][i % 4] ?? 'claim',
    fragments: [{ start: offset + index, end: offset + index + quote.length }],
    quote,
    attributes: {},
    note: '',
    flagged: false,
    annotator: 'bench-annotator',
    origin: 'manual',
    createdAt: madeAt,
    updatedAt: madeAt,
  }));
}

function mustBeDrawn(): DrawnArticle {
  if (drawn === undefined) throw new Error('no article is drawn');
  return drawn;
}

function mustShow(spanId: string): void {
  if (!mustBeDrawn().shows(spanId))
    throw new Error(`span ${spanId} is not drawn: what was timed did not happen`);
}

function hostElement(): HTMLElement {
  const host = document.getElementById('host');
  if (host === null) throw new Error('the page has a host');
  return host;
}
