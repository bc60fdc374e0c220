import { type BlockKind, blockKindSchema } from '../../core/model/block.ts';
import type { BlockMetrics, KindMetrics } from './height-estimates.ts';

/**
 * Measures how blocks of each kind are set in `page` when the text column is `width` CSS pixels wide, with invisible samples of the
 * article's own words, so that script and font are the real ones.
 */
export function measureTypeMetrics(page: HTMLElement, width: number, text: string): BlockMetrics {
  const stage = document.createElement('div');
  stage.className = 'article-samples';
  stage.setAttribute('aria-hidden', 'true');
  stage.style.setProperty('inline-size', `${width}px`);
  const words = document.createElement('span');
  const sample = sampleOf(text);
  words.textContent = sample;
  const samples = blockKindSchema.options.map((kind) => {
    const block = document.createElement('div');
    block.className = `article-block article-${kind}`;
    block.dataset.near = '';
    block.append('x');
    return { kind, block };
  });
  const line = document.createElement('div');
  line.className = 'article-block article-sample-line';
  line.dataset.near = '';
  line.append(words);
  stage.append(line, ...samples.map(({ block }) => block));
  page.append(stage);
  try {
    const characterWidth = words.getBoundingClientRect().width / sample.length;
    const textSize = pixels(getComputedStyle(line).fontSize);
    const entries = samples.map(({ kind, block }): [BlockKind, KindMetrics] => {
      const style = getComputedStyle(block);
      const padding = pixels(style.paddingBlockStart) + pixels(style.paddingBlockEnd);
      const column = block.clientWidth - pixels(style.paddingInlineStart) - pixels(style.paddingInlineEnd);
      const ownWidth = (characterWidth * pixels(style.fontSize)) / textSize;
      return [
        kind,
        {
          lineHeight: Math.max(1, block.getBoundingClientRect().height - padding),
          padding,
          charactersPerLine: Math.max(1, column / Math.max(0.1, ownWidth)),
        },
      ];
    });
    return metricsOf(new Map(entries));
  } finally {
    stage.remove();
  }
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
