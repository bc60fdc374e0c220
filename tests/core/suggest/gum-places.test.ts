import { expect, test } from 'vitest';
import type { Fragment } from '../../../src/core/model/fragment.ts';
import { Gazetteer } from '../../../src/core/places/gazetteer.ts';
import { type Agreement, agreement, measures, summed } from '../../../src/core/suggest/evaluation.ts';
import { suggestPlaces } from '../../../src/core/suggest/places/suggest-places.ts';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';
import { hasSharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { gumArticles } from '../operations/gestures/gum-attributions.ts';
import { builtGazetteer } from '../places/built-gazetteer.ts';
import { gumEntities } from './gum-entities.ts';

// The figures of docs/suggestions.md: they change when the rules do, and the page with them.
test.runIf(hasSharedData)(
  `finds the named places that others annotated as far as the page says${sharedDataNote}`,
  () => {
    const places = { gazetteer: new Gazetteer(builtGazetteer()), chosen: new Map<string, string>() };
    const [overlap, exact, alsoActing]: [Agreement[], Agreement[], Agreement[]] = [[], [], []];
    for (const { name, text } of gumArticles()) {
      const { entities } = gumEntities(name);
      const named = entities.filter(({ type, isNamed }) => type === 'place' && isNamed);
      const found = [...suggestPlaces(text, deriveBlocks(text), places)].filter(
        ({ confidence }) => confidence >= 0.6,
      );
      const proposed = found.map(({ fragments }) => fragments);
      const gold = named.map((place) => [place]);
      overlap.push(agreement(proposed, gold, 'overlap'));
      exact.push(agreement(proposed, gold, 'exact'));
      // A country that does something is an organisation there, and a place to whoever reads where news happens.
      const acting = entities.filter(
        (entity) =>
          entity.type === 'organization' &&
          entity.isNamed &&
          found.some(({ place, fragments: [words] }) => place !== null && isSame(text, words, entity)),
      );
      alsoActing.push(agreement(proposed, [...gold, ...acting.map((each) => [each])], 'overlap'));
    }
    expect({
      overlap: percent(overlap),
      exact: percent(exact),
      alsoActing: percent(alsoActing),
    }).toEqual({ overlap: '78.6 87.0 82.6', exact: '57.7 63.5 60.5', alsoActing: '83.2 87.6 85.3' });
  },
);

/** The same words, but for an article before them and an ending behind. */
function isSame(text: string, { start, end }: Fragment, entity: Fragment): boolean {
  const words = text
    .slice(entity.start, entity.end)
    .replace(/^the /i, '')
    .replace(/['’]s$/, '');
  return words === text.slice(start, end);
}

/** Precision, recall and F1 in per cent. */
function percent(all: readonly Agreement[]): string {
  const { precision, recall, f1 } = measures(summed(all));
  return [precision, recall, f1].map((value) => (value * 100).toFixed(1)).join(' ');
}
