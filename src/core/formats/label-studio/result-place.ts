/** Where a result of a task on text stands in it: code points, and the words there. */
export interface ResultPlace {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
