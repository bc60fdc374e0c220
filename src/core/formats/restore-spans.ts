import type { Identifier } from '../model/identifier.ts';
import { CodePointMap } from '../text/offsets.ts';
import type { DatasetArticle, DatasetSpan } from './dataset-schema.ts';
import type { Holdings } from './holdings.ts';
import { freeId, restored, restoredMembers } from './restored-parts.ts';
import { jsonContent } from './same-content.ts';

/** A span that came back for one that was written. */
interface Match {
  readonly back: DatasetSpan;
  /** It has the same tag and stands where it stood. */
  readonly isInPlace: boolean;
}

/** The spans of an article that came back, with what its format could not hold of them. */
export class RestoredSpans {
  readonly spans: readonly DatasetSpan[];
  readonly #ids = new Map<Identifier, Identifier>();

  /**
   * @param given as it came back
   * @param whole as it was before it was written
   * @param written what of it was written
   */
  constructor(given: DatasetArticle, whole: DatasetArticle, written: DatasetArticle, holds: Holdings) {
    const matches = matchesOf(given, written, holds);
    const parts = partsOf(whole, written);
    const kept: DatasetSpan[] = [];
    const known = new Set<DatasetSpan>();
    for (const span of whole.spans ?? []) {
      const own = parts.get(span.id) ?? [];
      const found = own.flatMap((part) => matches.get(part.id) ?? []);
      const [first] = own;
      const [match] = found;
      // Of a discontinuous span that is there in part nobody can say whether it is the same still.
      if (found.length < own.length || (own.length > 1 && !found.every(({ isInPlace }) => isInPlace)))
        continue;
      if (first === undefined || match === undefined) kept.push(span);
      else if (match.isInPlace) kept.push(withWork(span, first, match.back, holds));
      else
        kept.push({
          ...withWork(withoutFragments(span), first, match.back, holds),
          ...placeIn(match.back, given, whole, holds),
        });
      for (const { back } of found) {
        known.add(back);
        this.#ids.set(back.id, span.id);
      }
    }
    const taken = new Set(kept.map(({ id }) => id));
    const fresh = (given.spans ?? [])
      .filter((span) => !known.has(span))
      .map((span) => {
        const id = freeId(span.id, taken);
        this.#ids.set(span.id, id);
        return { ...span, id, ...placeIn(span, given, whole, holds) };
      });
    this.spans = [...kept, ...fresh];
  }

  /** The id here of the span that came back with that one. */
  idOf = (id: Identifier): Identifier => this.#ids.get(id) ?? id;
}

/** The spans that were written by the id of the one of which they are parts: of a discontinuous span there may be several. */
function partsOf(whole: DatasetArticle, written: DatasetArticle): Map<Identifier, DatasetSpan[]> {
  const ids = new Set((whole.spans ?? []).map(({ id }) => id));
  const parts = new Map<Identifier, DatasetSpan[]>();
  for (const part of written.spans ?? []) {
    const id = ids.has(part.id) ? part.id : part.id.replace(/\/\d+$/, '');
    parts.set(id, [...(parts.get(id) ?? []), part]);
  }
  return parts;
}

/** What came back for each span that was written: the same in all, else the same tag in the same place, else the same id where the format has ids. */
function matchesOf(given: DatasetArticle, written: DatasetArticle, holds: Holdings): Map<Identifier, Match> {
  const matches = new Map<Identifier, Match>();
  const placeGiven = placeKey(given, holds);
  const placeWritten = placeKey(written, holds);
  const rest = new Set(given.spans ?? []);
  const pass = (
    isInPlace: boolean,
    keyOf: (span: DatasetSpan, place: (span: DatasetSpan) => string) => string,
  ): void => {
    const waiting = new Map<string, DatasetSpan[]>();
    for (const span of rest) {
      const key = keyOf(span, placeGiven);
      waiting.set(key, [...(waiting.get(key) ?? []), span]);
    }
    for (const span of written.spans ?? []) {
      if (matches.has(span.id)) continue;
      const back = waiting.get(keyOf(span, placeWritten))?.shift();
      if (back === undefined) continue;
      rest.delete(back);
      matches.set(span.id, { back, isInPlace });
    }
  };
  pass(true, ({ tag, attributes = {}, note = '', flagged = false, annotator, ...span }, place) =>
    jsonContent([tag, place({ ...span, tag }), attributes, note, flagged, annotator]),
  );
  pass(true, (span, place) => `${span.tag} ${place(span)}`);
  if (holds.ids) pass(false, ({ id }) => id);
  return matches;
}

/** Where a span stands, comparable between texts that differ in white space if the format may change that. */
function placeKey(article: DatasetArticle, { exactText }: Holdings): (span: DatasetSpan) => string {
  const place = exactText ? (offset: number) => offset : inkBefore(article.text);
  return ({ start, end, fragments = [{ start, end }] }) =>
    fragments.map((fragment) => `${place(fragment.start)}-${place(fragment.end)}`).join(' ');
}

/** Code point offset → how many code points before it are no white space. */
function inkBefore(text: string): (offset: number) => number {
  const before = [0];
  let count = 0;
  for (const character of text) {
    if (!/\s/u.test(character)) count += 1;
    before.push(count);
  }
  return (offset) => before[offset] ?? count;
}

/** The span with what was made of it, and with all of it that could not be written. */
function withWork(span: DatasetSpan, written: DatasetSpan, back: DatasetSpan, holds: Holdings): DatasetSpan {
  const attributes = restoredMembers(span.attributes, written.attributes, back.attributes);
  return {
    ...span,
    tag: back.tag,
    ...(holds.attributes !== false && { attributes }),
    ...(holds.notes && { note: restored(span.note ?? '', written.note ?? '', back.note ?? '') }),
    ...(holds.flags && {
      flagged: restored(span.flagged ?? false, written.flagged ?? false, back.flagged ?? false),
    }),
    ...(holds.annotators &&
      back.annotator !== undefined && {
        annotator: restored(span.annotator, written.annotator, back.annotator),
      }),
  };
}

function withoutFragments({ fragments: _, ...span }: DatasetSpan): DatasetSpan {
  return span;
}

/** Where a span that came back stands in the text as it was before, and what that reads there. */
function placeIn(
  { start, end, fragments }: DatasetSpan,
  given: DatasetArticle,
  whole: DatasetArticle,
  { exactText }: Holdings,
): Pick<DatasetSpan, 'start' | 'end' | 'text' | 'fragments'> {
  const place = exactText ? (offset: number) => offset : throughInk(given.text, whole.text);
  const map = CodePointMap.of(whole.text);
  const stretches = (fragments ?? [{ start, end }]).map((fragment) => ({
    start: place(fragment.start, 'start'),
    end: place(fragment.end, 'end'),
  }));
  const first = stretches[0]?.start ?? place(start, 'start');
  const last = stretches.at(-1)?.end ?? place(end, 'end');
  const words = stretches.map((each) => whole.text.slice(map.toUtf16(each.start), map.toUtf16(each.end)));
  return {
    start: first,
    end: last,
    text: words.join(' '),
    ...(stretches.length > 1 && { fragments: stretches }),
  };
}

/** Offsets of one text in another that differs in white space alone. */
function throughInk(from: string, to: string): (offset: number, end: 'start' | 'end') => number {
  const ink = inkBefore(from);
  /** Where each code point that is no white space stands. */
  const places: number[] = [];
  let at = 0;
  for (const character of to) {
    if (!/\s/u.test(character)) places.push(at);
    at += 1;
  }
  return (offset, end) => {
    const before = ink(offset);
    return end === 'start' ? (places[before] ?? at) : (places[before - 1] ?? -1) + 1;
  };
}
