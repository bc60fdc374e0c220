import { compileQuery } from '../../../core/search/compile-query.ts';
import type { ProjectDatabase } from '../../db/database.ts';
import { annotationRows } from './concordance-annotations.ts';
import type { ConcordanceArgs, ConcordanceBatch, ConcordanceRow } from './concordance-rows.ts';
import { textRows } from './concordance-text.ts';

/** The first batch is handed over with so many rows: about a screen. Later ones gather rows for a while, in ms. */
const firstRows = 40;
const gathering = 120;

/** Where words stand, with what is around them, in the text or the annotations of a whole project, article by article. */
export async function* concordance(
  database: ProjectDatabase,
  args: ConcordanceArgs,
): AsyncGenerator<ConcordanceBatch> {
  const totals = { found: 0, articlesRead: 0, articlesFound: 0, problem: null };
  const matcher = compileQuery(args.query);
  if (!matcher.ok) {
    yield { rows: [], ...totals, problem: matcher.reason };
    return;
  }
  let rows: ConcordanceRow[] = [];
  let given = 0;
  let last = performance.now();
  // Every article's share is found with this many rows still wanted.
  const wanted = () => args.mostRows - given - rows.length;
  const articles =
    args.annotations === null
      ? textRows(database, args, matcher.value, wanted)
      : annotationRows(database, args, args.annotations, matcher.value, wanted);
  for await (const inArticle of articles) {
    totals.articlesRead += 1;
    totals.found += inArticle.found;
    if (inArticle.found > 0) totals.articlesFound += 1;
    rows.push(...inArticle.rows);
    const isDue = given === 0 ? rows.length >= firstRows : performance.now() - last > gathering;
    if (!isDue && performance.now() - last <= gathering) continue;
    yield { rows, ...totals };
    given += rows.length;
    rows = [];
    last = performance.now();
  }
  yield { rows, ...totals };
}
