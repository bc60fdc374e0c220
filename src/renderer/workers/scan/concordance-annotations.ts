import { Dexie } from 'dexie';
import type { Identifier } from '../../../core/model/identifier.ts';
import { entityOf, isSpeakerless } from '../../../core/model/known-attributes.ts';
import { endOf, type Span, startOf } from '../../../core/model/span.ts';
import { compareSpans } from '../../../core/model/span-index.ts';
import { compileQuery } from '../../../core/search/compile-query.ts';
import { keywordInContext } from '../../../core/search/keyword-in-context.ts';
import type { Matcher } from '../../../core/search/matcher.ts';
import { placeInFragments } from '../../../core/search/place-in-fragments.ts';
import { emptyQuery } from '../../../core/search/query.ts';
import type { ProjectDatabase } from '../../db/database.ts';
import type {
  AnnotationFilter,
  ConcordanceArgs,
  ConcordanceRow,
  FoundInArticle,
} from './concordance-rows.ts';

/** Articles whose annotations are read at the same time. */
const atOnce = 16;

/** The annotations of each article that fit a filter and hold the words; without words, all that fit. */
export async function* annotationRows(
  database: ProjectDatabase,
  args: ConcordanceArgs,
  filter: AnnotationFilter,
  matcher: Matcher,
  wanted: () => number,
): AsyncGenerator<FoundInArticle> {
  const { articles, query, contextLength } = args;
  const sought = query.words === '' ? null : matcher;
  for (let i = 0; i < articles.length; i += atOnce) {
    const part = articles.slice(i, i + atOnce);
    const { spans, relations } = database;
    const fitting = await database.transaction('r', [spans, relations], () =>
      Promise.all(part.map(({ id }) => fittingSpans(database, id, filter, args.claimTags))),
    );
    for (const [j, { id }] of part.entries()) {
      const places = (fitting[j] ?? []).flatMap((span) => placeOf(span, sought) ?? []);
      const most = Math.max(0, wanted());
      const shown = places.slice(0, most);
      const text =
        shown.length === 0 || contextLength === 0 ? undefined : (await database.bodies.get(id))?.text;
      yield { found: places.length, rows: shown.map((place) => rowOf(place, text, contextLength)) };
    }
  }
}

interface Place {
  readonly span: Span;
  readonly start: number;
  readonly end: number;
}

/** Where the words first stand in an annotation; undefined when it does not hold them. */
function placeOf(span: Span, matcher: Matcher | null): Place | undefined {
  if (matcher === null) return { span, start: startOf(span), end: span.fragments[0]?.end ?? endOf(span) };
  for (const match of matcher.find(span.quote)) return { span, ...placeInFragments(span.fragments, match) };
  return undefined;
}

function rowOf({ span, start, end }: Place, text: string | undefined, contextLength: number): ConcordanceRow {
  const context =
    text === undefined
      ? { left: '', keyword: span.quote, right: '' }
      : keywordInContext(text, { start, end }, contextLength);
  return { key: span.id, articleId: span.articleId, start, end, ...context, span, tags: [span.tag] };
}

async function fittingSpans(
  database: ProjectDatabase,
  articleId: Identifier,
  filter: AnnotationFilter,
  claimTags: readonly Identifier[],
): Promise<Span[]> {
  const spans = (await candidates(database, articleId, filter)).filter(
    (span) =>
      (filter.tag === null || span.tag === filter.tag) &&
      (!filter.flagged || span.flagged) &&
      (!filter.hasNote || span.note !== '') &&
      (!filter.unattributed || (claimTags.includes(span.tag) && !isSpeakerless(span))),
  );
  const bySpeaker = filter.entity !== null || filter.speakerWords !== '';
  if (spans.length === 0 || !(bySpeaker || filter.unattributed)) return spans.sort(compareSpans);
  const says = await database.relations
    .where('[type+articleId+to]')
    .between(['says', articleId, Dexie.minKey], ['says', articleId, Dexie.maxKey])
    .toArray();
  const attributed = new Set(says.map(({ to }) => to));
  let fitting = filter.unattributed ? spans.filter(({ id }) => !attributed.has(id)) : spans;
  if (bySpeaker) {
    const rows = await database.spans.bulkGet(says.map(({ from }): [string, string] => [articleId, from]));
    const isSpeaker = speakerTest(filter);
    const spoken = new Set(
      says.flatMap(({ to }, i) => {
        const speaker = rows[i]?.span;
        return speaker !== undefined && isSpeaker(speaker) ? [to] : [];
      }),
    );
    fitting = fitting.filter(({ id }) => spoken.has(id));
  }
  return fitting.sort(compareSpans);
}

function speakerTest({ entity, speakerWords }: AnnotationFilter): (speaker: Span) => boolean {
  const words = compileQuery({ ...emptyQuery, words: speakerWords });
  return (speaker) => {
    if (entity !== null && entityOf(speaker) !== entity) return false;
    if (speakerWords === '' || !words.ok) return true;
    for (const _match of words.value.find(speaker.quote)) return true;
    return false;
  };
}

/** By the index that leaves the fewest. */
async function candidates(
  { spans }: ProjectDatabase,
  articleId: Identifier,
  { flagged, tag }: AnnotationFilter,
): Promise<Span[]> {
  const found = flagged
    ? spans.where('[flagged+articleId]').equals([1, articleId])
    : tag !== null
      ? spans.where('[tag+articleId]').equals([tag, articleId])
      : spans.where('[articleId+id]').between([articleId, Dexie.minKey], [articleId, Dexie.maxKey]);
  return (await found.toArray()).map(({ span }) => span);
}
