import { readFileSync } from 'node:fs';
import { type CalendarDate, calendarDate } from '../../../src/core/dates/calendar.ts';
import type { Fragment } from '../../../src/core/model/fragment.ts';
import { sharedData } from '../arbitraries/shared-data.ts';

/** An entity that others annotated; offsets in UTF-16 units of the article's text as `gumArticles` gives it. */
export interface GoldEntity extends Fragment {
  /** `person`, `place`, `time` … */
  readonly type: string;
  /** Of times the value, where the article's mark-up gives one. */
  readonly when: string | undefined;
}

interface Opened {
  readonly id: string;
  readonly type: string;
  readonly start: number;
  readonly when: string | undefined;
}

/** The entities of an article of GUM, and the day on which it was published. */
export function gumEntities(name: string): {
  readonly entities: readonly GoldEntity[];
  readonly published: CalendarDate | null;
} {
  const conllu = readFileSync(sharedData(`gum-news/dep/${name}.conllu`), 'utf8');
  const entities: GoldEntity[] = [];
  const open: Opened[] = [];
  for (const { start, end, notes } of tokensOf(conllu)) {
    const when = /<date when:::"([^"]*)"/.exec(notes)?.[1];
    const marks = /Entity=([^|]*)/.exec(notes)?.[1]?.match(/\(?[^()]+\)?/g) ?? [];
    for (const mark of marks) {
      const [id = '', type = ''] = mark.replace(/[()]/g, '').split('-');
      if (mark.startsWith('(')) open.push({ id, type, start, when });
      if (!mark.endsWith(')')) continue;
      const [entity] = open.splice(
        open.findLastIndex((other) => other.id === id),
        1,
      );
      if (entity !== undefined) entities.push({ ...entity, end });
    }
  }
  const published = /meta::dateCreated = (\S+)/.exec(conllu)?.[1] ?? '';
  return { entities, published: calendarDate(published) ?? null };
}

/** The tokens with their places in the text that paragraphs and `SpaceAfter` make. */
function tokensOf(conllu: string): (Fragment & { readonly notes: string })[] {
  const tokens: (Fragment & { notes: string })[] = [];
  let length = 0;
  let isSpaced = false;
  let inWord: { readonly last: number; readonly place: Fragment } | undefined;
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newpar') && !line.startsWith('# newpar_block') && length > 0) {
      length += isSpaced ? 1 : 2;
      isSpaced = false;
    }
    const [id = '', form = '', ...cells] = line.split('\t');
    const notes = cells.at(-1) ?? '';
    if (line === '') inWord = undefined;
    if (!/^\d+(?:-\d+)?$/.test(id)) continue;
    const [, last] = id.split('-');
    if (inWord !== undefined && Number(id) <= inWord.last) {
      tokens.push({ ...inWord.place, notes });
      continue;
    }
    const place = { start: length, end: length + form.length };
    isSpaced = !line.includes('SpaceAfter=No');
    length = place.end + (isSpaced ? 1 : 0);
    // One written word for several: its parts share its place.
    if (last !== undefined) inWord = { last: Number(last), place };
    else tokens.push({ ...place, notes });
  }
  return tokens;
}
