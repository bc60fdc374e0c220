import { diffArrays } from 'diff';

/** A stretch that two texts share, in UTF-16 units. Runs stand in the order of both. */
export interface EqualRun {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** Of a stretch in which more edits than these would have to be found, nothing is taken to be shared. */
const mostEdits = 4_000;

/** Words, white space and single signs. */
const tokenPattern = /[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;
const linePattern = /[^\n]*\n|[^\n]+/g;

/**
 * What two versions of a text share, line by line, and word by word where lines differ (E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986). Moved
 * passages are not found: what stands in another order is shared only once.
 */
export function alignTexts(before: string, after: string): readonly EqualRun[] {
  const runs: EqualRun[] = [];
  const add = (run: EqualRun) => {
    const last = runs.at(-1);
    if (
      last !== undefined &&
      last.before + last.length === run.before &&
      last.after + last.length === run.after
    )
      runs[runs.length - 1] = { ...last, length: last.length + run.length };
    else runs.push(run);
  };
  walk(before, after, linePattern, { before: 0, after: 0 }, (stretch) => {
    if (stretch.kind === 'equal') add(stretch);
    else
      walk(stretch.removed, stretch.added, tokenPattern, stretch, (inner) => {
        if (inner.kind === 'equal') add(inner);
      });
  });
  return runs;
}

/** A part of two versions, for showing. */
export interface TextChange {
  readonly kind: 'equal' | 'removed' | 'added';
  readonly text: string;
}

/** The two versions of some words as one row of what stayed, went and came. */
export function wordChanges(before: string, after: string): readonly TextChange[] {
  const changes: TextChange[] = [];
  walk(before, after, tokenPattern, { before: 0, after: 0 }, (stretch) => {
    if (stretch.kind === 'equal')
      changes.push({ kind: 'equal', text: before.slice(stretch.before, stretch.before + stretch.length) });
    else {
      if (stretch.removed !== '') changes.push({ kind: 'removed', text: stretch.removed });
      if (stretch.added !== '') changes.push({ kind: 'added', text: stretch.added });
    }
  });
  return changes;
}

type Stretch =
  | ({ readonly kind: 'equal' } & EqualRun)
  | {
      readonly kind: 'different';
      readonly before: number;
      readonly after: number;
      readonly removed: string;
      readonly added: string;
    };

/** Goes through two texts part by part. @param at where they stand in the whole */
function walk(
  before: string,
  after: string,
  pattern: RegExp,
  at: { readonly before: number; readonly after: number },
  see: (stretch: Stretch) => void,
): void {
  if (before === '' && after === '') return;
  const parts = diffArrays(before.match(pattern) ?? [], after.match(pattern) ?? [], {
    maxEditLength: mostEdits,
  });
  let place = { before: at.before, after: at.after };
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed === '' && added === '') return;
    see({ kind: 'different', ...place, removed, added });
    place = { before: place.before + removed.length, after: place.after + added.length };
    removed = '';
    added = '';
  };
  if (parts === undefined) {
    removed = before;
    added = after;
  } else
    for (const part of parts) {
      const text = part.value.join('');
      if (part.removed) removed += text;
      else if (part.added) added += text;
      else {
        flush();
        see({ kind: 'equal', ...place, length: text.length });
        place = { before: place.before + text.length, after: place.after + text.length };
      }
    }
  flush();
}
