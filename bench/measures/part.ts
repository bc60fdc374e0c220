import type { ArticleSize } from '../article/article-sizes.ts';
import type { Reading } from '../report/reading.ts';

export interface Plan {
  readonly sizes: readonly ArticleSize[];
  /** Readings to take of each measure, after a warm-up. */
  readonly rounds: number;
  readonly say: (line: string) => void;
  /** Takes each reading as it is made: what was measured before a failure is reported too. */
  readonly record: (reading: Reading) => void;
}

/** A part of the benchmark that can be run alone. */
export interface Part {
  readonly name: string;
  /** Whether it needs the built app. */
  readonly drivesApp: boolean;
  measure(plan: Plan): Promise<void>;
}
