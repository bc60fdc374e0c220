import type { KeyboardEvent } from 'react';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { ConcordanceRow } from '../../workers/scan/concordance-rows.ts';
import type { Application } from '../application.ts';
import { canWrite } from '../preconditions.ts';
import { tagPlaces, tellTagged } from '../tag-places.ts';
import { goToRange, goToSpan } from '../workspace.ts';
import { changeConcordance, togglePicked } from './run-concordance.ts';

/**
 * What a key does to the row at `at`, which moves it on to the next one where a decision was made.
 * @param rows in the order shown.
 * @returns false when the key means nothing here.
 */
export function actOnRows(
  app: Application,
  press: KeyboardEvent,
  rows: readonly ConcordanceRow[],
  at: number,
): boolean {
  const row = rows[at];
  if (row === undefined || press.altKey) return false;
  if (press.ctrlKey || press.metaKey) {
    if (press.key !== 'a') return false;
    changeConcordance(app, { picked: new Set(rows.map(({ key }) => key)) });
    return true;
  }
  switch (press.key.toLowerCase()) {
    case 'enter':
      if (row.span === null) acceptRow(app, rows, at);
      else void openRow(app, row).catch(app.reportFault);
      return true;
    case 's':
    case 'backspace':
      skipRow(app, rows, at);
      return true;
    case 'o':
      void openRow(app, row).catch(app.reportFault);
      return true;
    case ' ':
    case 'x':
      togglePicked(app, row.key);
      return true;
    default:
      return false;
  }
}

/** The tag that rows are given. */
export function tagOfRows(app: Application): Identifier | undefined {
  const { tags } = app.workbench.project.getState().project.tagSet;
  const { tag } = app.interface.getState().concordance;
  return tags.find(({ id }) => id === tag)?.id ?? tags[0]?.id;
}

/** Tags the place of a row, unless it has the tag, and goes on to the next. */
export function acceptRow(app: Application, rows: readonly ConcordanceRow[], at: number): void {
  const row = rows[at];
  const tag = tagOfRows(app);
  if (row === undefined || tag === undefined || !canWrite(app)) return;
  goOn(app, rows, at);
  if (!row.tags.includes(tag)) tagPlaces(app, [row], tag).catch(app.reportFault);
}

/** Leaves a row untagged, says so, and goes on to the next. */
export function skipRow(app: Application, rows: readonly ConcordanceRow[], at: number): void {
  const row = rows[at];
  if (row === undefined) return;
  const { skipped } = app.interface.getState().concordance;
  changeConcordance(app, { skipped: new Set(skipped).add(row.key) });
  goOn(app, rows, at);
}

/** Tags the places of all picked rows, in one step. */
export async function acceptPicked(app: Application): Promise<void> {
  const { rows, picked } = app.interface.getState().concordance;
  const tag = tagOfRows(app);
  if (tag === undefined) return;
  const result = await tagPlaces(
    app,
    rows.filter(({ key }) => picked.has(key)),
    tag,
  );
  if (result === null) return;
  changeConcordance(app, { picked: new Set() });
  tellTagged(app, result);
}

/** Shows the text of a row, its place selected, or its annotation current. */
export function openRow(app: Application, { articleId, span, start, end }: ConcordanceRow): Promise<void> {
  return span === null ? goToRange(app, articleId, { start, end }) : goToSpan(app, articleId, span.id);
}

function goOn(app: Application, rows: readonly ConcordanceRow[], at: number): void {
  const next = rows[at + 1];
  if (next !== undefined) changeConcordance(app, { active: next.key });
}
