import type { ArticleSize } from '../article/article-sizes.ts';
import type { Reading } from '../report/reading.ts';

export interface Plan {
  readonly sizes: readonly ArticleSize[];
  /** Readings to take of each measure, after a warm-up. */
  readonly rounds: number;
  readonly say: (line: string) => void;
}

/** A part of the benchmark that can be run alone. */
export interface Part {
  readonly name: string;
  /** Whether it needs the built app. */
  readonly drivesApp: boolean;
  measure(plan: Plan): Promise<Reading[]>;
}
