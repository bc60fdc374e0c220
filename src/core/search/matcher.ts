import type { Fragment } from '../model/fragment.ts';

/** A query made ready for any number of texts. */
export interface Matcher {
  /**
   * Where the query stands in a text: in text order, apart from each other, none empty, none with an end inside a grapheme cluster.
   * @param text canonical text; offsets in UTF-16 units.
   */
  find(text: string): Iterable<Fragment>;
}
