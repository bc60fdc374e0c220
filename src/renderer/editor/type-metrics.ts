import { type BlockKind, blockKindSchema } from '../../core/model/block.ts';
import type { BlockMetrics, KindMetrics } from './height-estimates.ts';

/** How a kind of block is set, whatever the words. CSS pixels. */
interface KindSetting {
  readonly lineHeight: number;
  readonly padding: number;
  /** Width of a line of text. */
  readonly column: number;
  readonly fontSize: number;
}

/** How blocks of each kind are set in a page. Laying out samples is dear, and articles are opened far more often than the column changes: what was found is kept. */
export class TypeMetrics {
  readonly #page: HTMLElement;
  readonly #canvas = document.createElement('canvas').getContext('2d');
  #column = '';
  #settings: readonly (readonly [BlockKind, KindSetting])[] = [];

  constructor(page: HTMLElement) {
    this.#page = page;
  }

  /**
   * How blocks of each kind come out in `root`.
   * @param column another string whenever the column or the type size may be others
   * @param text the article's: some words of it are measured, so that script and font are the real ones
   */
  of(root: HTMLElement, column: string, text: string): BlockMetrics {
    if (column !== this.#column) {
      this.#settings = measureSettings(this.#page, root.clientWidth);
      this.#column = column;
    }
    const width = this.#widthOfCharacter(getComputedStyle(root), sampleOf(text));
    const found = this.#settings.map(([kind, { lineHeight, padding, column, fontSize }]) => {
      const charactersPerLine = Math.max(1, column / Math.max(0.1, width * fontSize));
      return [kind, { lineHeight, padding, charactersPerLine }] as const;
    });
    return metricsOf(new Map(found));
  }

  /** In parts of the type size. */
  #widthOfCharacter({ fontSize, fontFamily }: CSSStyleDeclaration, words: string): number {
    if (this.#canvas === null) return usualWidth;
    this.#canvas.font = `400 ${fontSize} ${fontFamily}`;
    return this.#canvas.measureText(words).width / words.length / Math.max(1, pixels(fontSize));
  }
}

/** Width of a character in parts of the type size where nothing can be measured. */
const usualWidth = 0.465;

/** Sets an invisible block of each kind in a column of `width` CSS pixels. */
function measureSettings(page: HTMLElement, width: number): [BlockKind, KindSetting][] {
  const stage = document.createElement('div');
  stage.className = 'article-samples';
  stage.setAttribute('aria-hidden', 'true');
  stage.style.setProperty('inline-size', `${width}px`);
  const samples = blockKindSchema.options.map((kind) => {
    const block = document.createElement('div');
    block.className = `article-block article-${kind}`;
    block.dataset.near = '';
    block.append('x');
    return { kind, block };
  });
  stage.append(...samples.map(({ block }) => block));
  page.append(stage);
  try {
    return samples.map(({ kind, block }) => [kind, settingOf(block)]);
  } finally {
    stage.remove();
  }
}

function settingOf(block: HTMLElement): KindSetting {
  const style = getComputedStyle(block);
  const padding = pixels(style.paddingBlockStart) + pixels(style.paddingBlockEnd);
  return {
    lineHeight: Math.max(1, block.getBoundingClientRect().height - padding),
    padding,
    column: block.clientWidth - pixels(style.paddingInlineStart) - pixels(style.paddingInlineEnd),
    fontSize: pixels(style.fontSize),
  };
}

function metricsOf(found: ReadonlyMap<BlockKind, KindMetrics>): BlockMetrics {
  const of = (kind: BlockKind): KindMetrics => {
    const metrics = found.get(kind);
    if (metrics === undefined) throw new Error(`no sample of ${kind} was measured: every kind has one`);
    return metrics;
  };
  return {
    title: of('title'),
    heading: of('heading'),
    paragraph: of('paragraph'),
    attribution: of('attribution'),
    listItem: of('listItem'),
    quote: of('quote'),
    continuation: of('continuation'),
  };
}

/** Some words from the beginning, the middle and the end. */
function sampleOf(text: string): string {
  const length = 160;
  const from = [0, Math.floor(text.length / 2), Math.max(0, text.length - length)];
  const sample = from.map((at) => text.slice(at, at + length)).join(' ');
  return sample.replace(/\s+/gu, ' ').trim() || 'the quick words of an empty article';
}

function pixels(value: string): number {
  const number = Number.parseFloat(value);
  return Number.isFinite(number) ? number : 0;
}
