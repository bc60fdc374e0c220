/** A size at which everything is measured: characters of text and number of spans on it. */
export interface ArticleSize {
  readonly id: string;
  readonly length: number;
  readonly spanCount: number;
}

export const articleSizes: readonly ArticleSize[] = [
  { id: '6 KB', length: 6_000, spanCount: 50 },
  { id: '100 KB', length: 100_000, spanCount: 1_000 },
  { id: '200 KB', length: 200_000, spanCount: 2_000 },
  { id: '1 MB', length: 1_000_000, spanCount: 10_000 },
  { id: '5 MB', length: 5_000_000, spanCount: 50_000 },
  { id: '50 MB', length: 50_000_000, spanCount: 500_000 },
];
