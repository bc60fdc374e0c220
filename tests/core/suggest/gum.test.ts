import { expect, test } from 'vitest';
import type { Fragment } from '../../../src/core/model/fragment.ts';
import { type Agreement, agreement, measures, summed } from '../../../src/core/suggest/evaluation.ts';
import { suggestAttributions } from '../../../src/core/suggest/suggest-attributions.ts';
import type { AttributionSuggestion } from '../../../src/core/suggest/suggestion.ts';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';
import { hasSharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { type GoldAttribution, gumArticles } from '../operations/gestures/gum-attributions.ts';

const meet = (a: Fragment, b: Fragment) => a.start < b.end && b.start < a.end;
const isRight = ({ claim, speaker }: AttributionSuggestion, gold: GoldAttribution) =>
  speaker !== undefined && meet(speaker, gold.speaker) && claim.some((stretch) => meet(stretch, gold.claim));

function linksOf(found: readonly AttributionSuggestion[], gold: readonly GoldAttribution[]): Agreement {
  return {
    proposed: found.filter(({ speaker }) => speaker !== undefined).length,
    gold: gold.length,
    right: found.filter((one) => gold.some((other) => isRight(one, other))).length,
    found: gold.filter((other) => found.some((one) => isRight(one, other))).length,
  };
}

/** Precision, recall and F1 in per cent. */
function percent(all: readonly Agreement[]): string {
  const { precision, recall, f1 } = measures(summed(all));
  return [precision, recall, f1].map((value) => (value * 100).toFixed(1)).join(' ');
}

// The figures of docs/suggestions.md: they change when the rules do, and the page with them.
test.runIf(hasSharedData)(
  `agrees with what others annotated in news as far as the page says${sharedDataNote}`,
  () => {
    const [claims, speakers, links]: [Agreement[], Agreement[], Agreement[]] = [[], [], []];
    for (const { text, attributions } of gumArticles()) {
      const found = [...suggestAttributions(text, deriveBlocks(text))].filter(
        ({ confidence }) => confidence >= 0.6,
      );
      claims.push(
        agreement(
          found.map(({ claim }) => claim),
          attributions.map(({ claim }) => [claim]),
          'overlap',
        ),
      );
      speakers.push(
        agreement(
          found.flatMap(({ speaker }) => (speaker === undefined ? [] : [[speaker]])),
          attributions.map(({ speaker }) => [speaker]),
          'overlap',
        ),
      );
      links.push(linksOf(found, attributions));
    }
    expect({ claims: percent(claims), speakers: percent(speakers), links: percent(links) }).toEqual({
      claims: '87.2 76.3 81.4',
      speakers: '91.9 69.8 79.3',
      links: '84.3 67.9 75.2',
    });
  },
);
