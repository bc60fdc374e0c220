import type { Block } from '../../core/model/block.ts';
import { SpanIndex } from '../../core/model/span-index.ts';
import type { TagSet } from '../../core/model/tag-set.ts';
import { directionOf } from '../../core/text/direction.ts';
import type { BlockSource } from './article-document.ts';
import type { BlockDrawing } from './block-node.ts';
import { segmentsOfBlock } from './block-segments.ts';
import { MarkSheet } from './mark-sheet.ts';
import type { SegmentDrawing } from './segment-node.ts';

/** An article as the view shows it; offsets are UTF-16 units. */
export interface ShownArticle {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly direction: 'ltr' | 'rtl';
}

/** What decides how an article is drawn. */
export interface Shown {
  readonly article: ShownArticle;
  readonly spans: SpanIndex;
  readonly tagSet: TagSet;
  readonly currentSpan: string | null;
  /** Ids of the spans that belong to what the person points at. */
  readonly lit: ReadonlySet<string>;
}

export const nothingShown: Shown = {
  article: { id: '', text: '', blocks: [], direction: 'ltr' },
  spans: SpanIndex.empty,
  tagSet: { tags: [], relationTypes: [] },
  currentSpan: null,
  lit: new Set(),
};

/** Derives the drawing of each block from text, spans, tag set and current span. */
export class BlockDrawings implements BlockSource {
  readonly #sheet: MarkSheet;
  readonly #isCut: (index: number) => boolean;
  readonly #heightOf: (index: number) => number;
  #shown = nothingShown;

  /**
   * @param isCut whether a block is drawn in segments or as one plain text.
   * @param heightOf the height to reserve for a block, CSS pixels.
   */
  constructor(isCut: (index: number) => boolean, heightOf: (index: number) => number) {
    this.#isCut = isCut;
    this.#heightOf = heightOf;
    this.#sheet = new MarkSheet(nothingShown.tagSet);
  }

  get shown(): Shown {
    return this.#shown;
  }

  /** Draws from these from now on; what is drawn already is the caller's to draw again. */
  set(shown: Shown): void {
    this.#shown = shown;
    this.#sheet.reset(shown.tagSet);
  }

  blockAt(index: number): BlockDrawing {
    const { article } = this.#shown;
    const { kind, start, end } = this.#block(index);
    const text = article.text.slice(start, end);
    return {
      kind,
      start,
      direction: /\p{L}/u.test(text) ? directionOf(text) : article.direction,
      isContinued: article.blocks[index + 1]?.kind === 'continuation',
      estimatedHeight: this.#heightOf(index),
    };
  }

  segmentsAt(index: number): SegmentDrawing[] {
    const { text } = this.#shown.article;
    const block = this.#block(index);
    if (!this.#isCut(index)) {
      const plain = text.slice(block.start, block.end);
      return [{ text: plain, spanIds: '', tag: null, look: null, invisible: null }];
    }
    return segmentsOfBlock(block, { ...this.#shown, text }).map(
      ({ start, end, spanIds, tag, look, invisible }) => ({
        text: text.slice(start, end),
        spanIds: spanIds.join(' '),
        tag,
        look: look === null ? null : this.#sheet.classOf(look),
        invisible,
      }),
    );
  }

  dispose(): void {
    this.#sheet.dispose();
  }

  #block(index: number): Block {
    const block = this.#shown.article.blocks[index];
    if (block === undefined) throw new Error(`block ${index} is not in the article`);
    return block;
  }
}
