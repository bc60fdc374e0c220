import type { Span } from '../../src/core/model/span.ts';
import '../../src/renderer/ui/fonts.ts';
import { articleSizes } from '../article/article-sizes.ts';
import { type TaggedArticle, taggedArticle } from '../article/tagged-article.ts';
import { barePut } from './bare-put.ts';
import { concordanceTimes } from './concordance.ts';
import type { Contender, DrawnArticle, PreparedArticle } from './contender.ts';
import { ascribeEditor } from './contenders/ascribe-editor.ts';
import { codeMirror } from './contenders/code-mirror.ts';
import { plainParagraphs } from './contenders/plain-paragraphs.ts';
import { settled, timePaint } from './painted.ts';
import { type ScrollScript, scrollThrough } from './scroll-through.ts';

const contenders = { ascribe: ascribeEditor, codeMirror, plain: plainParagraphs } satisfies Record<
  string,
  Contender
>;
export type ContenderName = keyof typeof contenders;

const articles = new Map<string, TaggedArticle>();
let prepared: PreparedArticle | undefined;
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

  /** Milliseconds that a contender takes to make its own value of an article, which `open` then draws. */
  async prepare(name: ContenderName, sizeId: string): Promise<number> {
    const article = articleOfSize(sizeId);
    const started = performance.now();
    prepared = contenders[name].prepare(article);
    const took = performance.now() - started;
    collectGarbage();
    await settled();
    return took;
  },

  /** Milliseconds from drawing what was prepared until it is painted; it stays until `close`. */
  open: () =>
    timePaint(() => {
      if (prepared === undefined) throw new Error('no article is prepared');
      drawn = prepared.draw(hostElement());
    }),

  /** Milliseconds to go from wherever it is to the middle of the article. */
  jump: (sizeId: string) => {
    const middle = middleOf(articleOfSize(sizeId));
    return timePaint(() => mustBeDrawn().reveal(middle));
  },

  /** Makes a span on the `n`-th word in the middle of the article, where `jump` has gone before: milliseconds until it is painted. */
  async tag(sizeId: string, n: number): Promise<number> {
    const article = articleOfSize(sizeId);
    const span = newSpan(article, middleOf(article), n);
    const took = await timePaint(() => mustBeDrawn().addSpan(span));
    mustShow(span.id);
    return took;
  },

  /** Fails when the article that was opened does not show its first span. */
  check: (sizeId: string) => mustShow(articleOfSize(sizeId).spans[0]?.id ?? ''),

  settled,

  scroll: (script: ScrollScript): Promise<number[]> => {
    const { scroller } = mustBeDrawn();
    scroller.scrollTop = 0;
    return settled().then(() => scrollThrough(scroller, script));
  },

  async close(): Promise<void> {
    drawn?.remove();
    drawn = undefined;
    prepared = undefined;
    await settled();
  },

  barePut,

  /** Milliseconds of a bare `indexOf` scan over the article for all places where `words` stand. */
  scan(sizeId: string, words: string): number {
    const { text } = articleOfSize(sizeId);
    const started = performance.now();
    let found = 0;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found++;
    const took = performance.now() - started;
    if (found === 0) throw new Error(`${words} is not in the article: nothing was sought`);
    return took;
  },

  concordanceTimes,
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

/** A span on the `n`-th word from `offset` on; the tags take turns. */
function newSpan({ id, text }: TaggedArticle, offset: number, n: number): Span {
  const madeAt = new Date().toISOString();
  const found = [...text.slice(offset, offset + 2_000).matchAll(/\p{L}{4,}/gu)][n];
  if (found === undefined) throw new Error('the article has words in its middle');
  const { 0: quote, index } = found;
  return {
    id: `new-${++tagsMade}`,
    articleId: id,
    tag: ['speaker', 'claim', 'location', 'date'][n % 4] ?? 'claim',
    fragments: [{ start: offset + index, end: offset + index + quote.length }],
    quote,
    attributes: {},
    note: '',
    flagged: false,
    annotator: 'bench-annotator',
    origin: 'manual',
    createdAt: madeAt,
    updatedAt: madeAt,
  };
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
