/** What is looked for in canonical text. */
export interface Query {
  /** Words, or the expression in the mode `regularExpression`. A run of white space inside stands for any such run. */
  readonly words: string;
  readonly mode: QueryMode;
  readonly matchCase: boolean;
  /** `cafe` finds `café`, `Muller` finds `Müller`. */
  readonly foldDiacritics: boolean;
}

export type QueryMode = 'plain' | 'wholeWord' | 'regularExpression';

/** What a search starts from: nothing sought, case and diacritics passed over. */
export const emptyQuery: Query = { words: '', mode: 'plain', matchCase: false, foldDiacritics: true };
