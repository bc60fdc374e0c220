import { type Agreement, agreement, measures, summed } from '../../src/core/suggest/evaluation.ts';
import { attributionAgreement } from '../../src/core/suggest/learning/attribution-agreement.ts';
import type { TaughtAttribution } from '../../src/core/suggest/learning/taught-article.ts';
import type { AttributionSuggestion } from '../../src/core/suggest/suggestion.ts';

type Found = Pick<AttributionSuggestion, 'claim' | 'speaker'>;

/** What was proposed for articles beside what others annotated in them, by overlap. */
export class Scores {
  readonly #claims: Agreement[] = [];
  readonly #speakers: Agreement[] = [];
  readonly #links: Agreement[] = [];

  add(found: readonly Found[], gold: readonly TaughtAttribution[]): void {
    const speakers = (all: readonly Found[]) =>
      all.flatMap(({ speaker }) => (speaker === undefined ? [] : [[speaker]]));
    this.#claims.push(
      agreement(
        found.map(({ claim }) => claim),
        gold.map(({ claim }) => claim),
        'overlap',
      ),
    );
    this.#speakers.push(agreement(speakers(found), speakers(gold), 'overlap'));
    this.#links.push(attributionAgreement(found, gold));
  }

  /** Precision, recall and F1 of claims, speakers and links, in per cent. */
  cells(): string[] {
    return [this.#claims, this.#speakers, this.#links].map((all) => {
      const { precision, recall, f1 } = measures(summed(all));
      return [precision, recall, f1].map((value) => (value * 100).toFixed(1)).join(' ');
    });
  }

  /** F1 of claims, speakers and links. */
  f1(): number[] {
    return [this.#claims, this.#speakers, this.#links].map((all) => measures(summed(all)).f1);
  }
}
