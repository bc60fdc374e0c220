import type { Fragment } from '../../model/fragment.ts';
import { BratText, withoutSpace } from './brat-fragments.ts';

/** What a line says that its fragments read; undefined where it does not say. */
export interface Quotation {
  readonly fragments: readonly Fragment[];
  readonly tail: string | undefined;
}

/**
 * The text that the quotations were made from. Python programs counted a byte order mark and both characters of a line end of Windows, or neither, as they
 * had opened the file: that reading is taken in which most quotations read what they say, the plain one first.
 */
export function quotedText(raw: string, quotations: readonly Quotation[]): BratText {
  const unmarked = raw.replace(/^\ufeff/, '');
  const readings = new Set([raw, raw.replaceAll('\r\n', '\n'), unmarked, unmarked.replaceAll('\r\n', '\n')]);
  let best = new BratText(raw);
  let most = readings.size === 1 ? quotations.length : -1;
  for (const reading of most === -1 ? readings : []) {
    const text = new BratText(reading);
    const agreeing = quotations.filter((quotation) => agrees(text, quotation)).length;
    if (agreeing > most) {
      most = agreeing;
      best = text;
    }
  }
  return best;
}

/** True when the text reads, but for white space, what is said that it reads. Fragments outside of it agree with nothing. */
export function agrees(text: BratText, { fragments, tail = '' }: Quotation): boolean {
  if (fragments.some(({ start, end }) => start >= end || end > text.length)) return false;
  const length = fragments.reduce((sum, { start, end }) => sum + end - start, 0);
  // Nothing but white space could make up for more, and comparing costs as much as there is to compare.
  if (length > 4 * tail.length + 100) return false;
  return withoutSpace(fragments.map((fragment) => text.read(fragment)).join('')) === withoutSpace(tail);
}
