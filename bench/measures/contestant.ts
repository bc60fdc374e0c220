import type { ArticleSize } from '../article/article-sizes.ts';
import type { ScrollScript } from '../page/scroll-through.ts';
import type { Reading } from '../report/reading.ts';

export interface Taken extends Pick<Reading, 'measure' | 'value'> {
  /** Set where it was not the contestant that was measured, but something beside it. */
  readonly contender?: string;
}

/** Something that shows articles, measured in turns with others. */
export interface Contestant {
  readonly name: string;
  /** The longest article that it is asked to show, UTF-16 units; any, when left out. */
  readonly longest?: number;
  /** Opens the article of that size, tags it, scrolls through it, and leaves it again. */
  turn(size: ArticleSize): Promise<Taken[]>;
  close(): Promise<void>;
}

/** How many spans are made in a turn; their median counts. */
export const tagsInTurn = 5;

/** A phrase that stands in every article, some three times in 10,000 characters. */
export const soughtWords = 'union’s chair';
export const findMeasure = 'find in the article → first shown and all counted, ms';

/** Rolling a wheel, and dragging through the text as fast as one can still see something go by. */
export const scrollScripts: Readonly<Record<'wheel' | 'fast', ScrollScript>> = {
  wheel: { step: 100, frames: 150 },
  fast: { step: 1_500, frames: 60 },
};

const longFrameMs = 50;

/** @param intervals milliseconds between frames. */
export function scrollFigures(name: keyof typeof scrollScripts, intervals: readonly number[]): Taken[] {
  return [
    {
      measure: `${name} scroll, frames over 50 ms`,
      value: intervals.filter((interval) => interval > longFrameMs).length,
    },
    { measure: `${name} scroll, worst frame, ms`, value: Math.max(...intervals) },
  ];
}
