import { expect, test } from 'vitest';
import { loadDateReader } from '../../../src/core/dates/load-date-reader.ts';
import type { Fragment } from '../../../src/core/model/fragment.ts';
import { suggestDates } from '../../../src/core/suggest/dates/suggest-dates.ts';
import { type Agreement, agreement, measures, summed } from '../../../src/core/suggest/evaluation.ts';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';
import { hasSharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { gumArticles } from '../operations/gestures/gum-attributions.ts';
import { gumEntities } from './gum-entities.ts';

// The figures of docs/suggestions.md: they change when the rules do, and the page with them.
test.runIf(hasSharedData)(
  `finds the times that others annotated as far as the page says, with their values${sharedDataNote}`,
  async () => {
    const reader = await loadDateReader(null);
    const [overlap, exact]: [Agreement[], Agreement[]] = [[], []];
    const values = { found: 0, same: 0, near: 0 };
    for (const { name, text } of gumArticles()) {
      const { entities, published } = gumEntities(name);
      const times = entities.filter(({ type }) => type === 'time');
      const found = [...suggestDates(text, deriveBlocks(text), published, reader)];
      const proposed = found.map(({ fragments }) => fragments);
      overlap.push(
        agreement(
          proposed,
          times.map((time) => [time]),
          'overlap',
        ),
      );
      exact.push(
        agreement(
          proposed,
          times.map((time) => [time]),
          'exact',
        ),
      );
      for (const time of times.filter(({ when }) => when !== undefined)) {
        const meeting = found.find(({ fragments: [place] }) => meet(place, time));
        if (meeting === undefined) continue;
        values.found += 1;
        if (meeting.value?.value === time.when) values.same += 1;
        if (holds(meeting.value?.value ?? '', time.when ?? '')) values.near += 1;
      }
    }
    expect({ overlap: percent(overlap), exact: percent(exact), values }).toEqual({
      overlap: '94.8 90.0 92.3',
      exact: '69.4 46.2 55.4',
      values: { found: 124, same: 101, near: 117 },
    });
  },
);

const meet = (a: Fragment, b: Fragment) => a.start < b.end && b.start < a.end;

/** The same, or the same day with its part, or a stretch of which it is an end. */
function holds(value: string, gold: string): boolean {
  return value.split('/').some((point) => point === gold || point.split('T')[0] === gold);
}

/** Precision, recall and F1 in per cent. */
function percent(all: readonly Agreement[]): string {
  const { precision, recall, f1 } = measures(summed(all));
  return [precision, recall, f1].map((value) => (value * 100).toFixed(1)).join(' ');
}
