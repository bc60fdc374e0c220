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
  /** Its head is a proper noun. */
  readonly isNamed: boolean;
}

interface Opened {
  readonly id: string;
  readonly type: string;
  readonly start: number;
  readonly when: string | undefined;
  /** Which of its tokens is its head, counted from one, and how many tokens there were before it. */
  readonly head: number;
  readonly before: number;
}

/** The entities of an article of GUM, and the day on which it was published. */
export function gumEntities(name: string): {
  readonly entities: readonly GoldEntity[];
  readonly published: CalendarDate | null;
} {
  const conllu = readFileSync(sharedData(`gum-news/dep/${name}.conllu`), 'utf8');
  const entities: GoldEntity[] = [];
  const open: Opened[] = [];
  const tokens = tokensOf(conllu);
  for (const [at, { start, end, notes }] of tokens.entries()) {
    const when = /<date when:::"([^"]*)"/.exec(notes)?.[1];
    const marks = /Entity=([^|]*)/.exec(notes)?.[1]?.match(/\(?[^()]+\)?/g) ?? [];
    for (const mark of marks) {
      const [id = '', type = '', , , , head = ''] = mark.replace(/[()]/g, '').split('-');
      if (mark.startsWith('('))
        open.push({ id, type, start, when, head: Number.parseInt(head, 10), before: at });
      if (!mark.endsWith(')')) continue;
      const [entity] = open.splice(
        open.findLastIndex((other) => other.id === id),
        1,
      );
      if (entity === undefined) continue;
      const isNamed = tokens[entity.before + entity.head - 1]?.part === 'PROPN';
      entities.push({ ...entity, end, isNamed });
    }
  }
  const published = /meta::dateCreated = (\S+)/.exec(conllu)?.[1] ?? '';
  return { entities, published: calendarDate(published) ?? null };
}

interface Token extends Fragment {
  /** The universal part of speech. */
  readonly part: string;
  readonly notes: string;
}

/** The tokens with their places in the text that paragraphs and `SpaceAfter` make. */
function tokensOf(conllu: string): Token[] {
  const tokens: Token[] = [];
  let length = 0;
  let isSpaced = false;
  let inWord: { readonly last: number; readonly place: Fragment } | undefined;
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newpar') && !line.startsWith('# newpar_block') && length > 0) {
      length += isSpaced ? 1 : 2;
      isSpaced = false;
    }
    const [id = '', form = '', , part = '', ...cells] = line.split('\t');
    const notes = cells.at(-1) ?? '';
    if (line === '') inWord = undefined;
    if (!/^\d+(?:-\d+)?$/.test(id)) continue;
    const [, last] = id.split('-');
    if (inWord !== undefined && Number(id) <= inWord.last) {
      tokens.push({ ...inWord.place, part, notes });
      continue;
    }
    const place = { start: length, end: length + form.length };
    isSpaced = !line.includes('SpaceAfter=No');
    length = place.end + (isSpaced ? 1 : 0);
    // One written word for several: its parts share its place.
    if (last !== undefined) inWord = { last: Number(last), place };
    else tokens.push({ ...place, part, notes });
  }
  return tokens;
}
