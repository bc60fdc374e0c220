import type { Identifier } from '../../../core/model/identifier.ts';
import type { ConcordanceRow } from '../../workers/scan/concordance-rows.ts';
import type { Application } from '../application.ts';
import type { BulkTargets } from '../bulk-targets.ts';
import { byArticle } from '../change-articles.ts';
import { shownRows } from './concordance-state.ts';
import { scanArguments } from './scan-arguments.ts';

/** The annotations that were picked, or, when none is, all that were found, those without a row too. */
export async function annotationTargets(app: Application): Promise<BulkTargets> {
  const { concordance } = app.interface.getState();
  const { search, picked, found } = concordance;
  const rows = shownRows(concordance);
  if (picked.size > 0) return targetsOf(rows.filter(({ key }) => picked.has(key)));
  if (found <= rows.length) return targetsOf(rows);
  const all: ConcordanceRow[] = [];
  const args = scanArguments(app, search, { mostRows: Number.POSITIVE_INFINITY, contextLength: 0 });
  for await (const batch of app.scans.run('concordance', args)) all.push(...batch.rows);
  return targetsOf(all);
}

function targetsOf(rows: readonly ConcordanceRow[]): BulkTargets {
  const targets = new Map<Identifier, Identifier[]>();
  for (const [id, inArticle] of byArticle(rows)) {
    targets.set(
      id,
      inArticle.flatMap(({ span }) => span?.id ?? []),
    );
  }
  return targets;
}
