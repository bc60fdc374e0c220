/** One value of one measure, taken once. Readings of one round were taken right after each other, so that they may be compared. */
export interface Reading {
  readonly measure: string;
  /** Size of the article, or empty where it plays no part. */
  readonly size: string;
  readonly contender: string;
  readonly round: number;
  readonly value: number;
}
