import { z } from 'zod';
import type { Block } from '../../model/block.ts';
import { measures, summed } from '../evaluation.ts';
import type { AttributionSuggestion } from '../suggestion.ts';
import { attributionAgreement, isRight } from './attribution-agreement.ts';
import { type Candidate, candidatesIn } from './attribution-candidates.ts';
import { attributionLesson, attributionTags } from './attribution-lessons.ts';
import { type Judged, LogisticModel, logisticModelSchema, logit } from './logistic-model.ts';
import { type PreparedArticle, prepared } from './prepared-article.ts';
import { SequenceModel, sequenceModelSchema } from './sequence-model.ts';

/** How the proposals of articles agree with what was tagged in them, each link by both ends; from 0 to 1. */
type Measures = ReturnType<typeof measures>;

const share = z.number().min(0).max(1);
const measuresSchema = z.strictObject({ precision: share, recall: share, f1: share });

export const attributionLearnerSchema = z.strictObject({
  sequence: sequenceModelSchema,
  judge: logisticModelSchema,
  least: share,
  heldOut: z.strictObject({
    articles: z.number().int().min(0),
    rules: measuresSchema,
    learnt: measuresSchema,
  }),
});

/** What the rules propose where nothing is learnt: docs/suggestions.md has how often that is right. */
const usualConfidence = 0.6;

/** The person is asked about what is at least so sure; the best of these is found out. */
const cutoffs = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7];

/** By so much F1 has to be better than that of the rules: the cut-off is chosen on the articles that it is compared on, which flatters it. */
const margin = 0.01;

/** Each article is held out once, with those of its part. */
const parts = 4;

/** A step for each part, and one for the judge. */
export const trainingSteps = parts + 1;

/** What comes of parts that were held out. */
export interface HeldOut {
  readonly articles: number;
  readonly rules: Measures;
  readonly learnt: Measures;
}

/**
 * What was learnt about attributions from articles that somebody has gone through: a sequence model that finds what the rules do not, and a judge that says how sure each
 * proposal is. The judge learns from proposals in articles that the sequence model had not seen, and what is learnt is compared with the rules on articles that neither had.
 */
export class AttributionLearner {
  readonly sequence: SequenceModel;
  readonly judge: LogisticModel;
  /** How sure a proposal has to be, so that precision and recall were best together on what was held out. */
  readonly least: number;
  readonly heldOut: HeldOut;

  private constructor(sequence: SequenceModel, judge: LogisticModel, least: number, heldOut: HeldOut) {
    this.sequence = sequence;
    this.judge = judge;
    this.least = least;
    this.heldOut = heldOut;
  }

  /** The same articles in the same order teach the same; a few seconds for some dozens. */
  static train(articles: readonly PreparedArticle[]): AttributionLearner {
    const training = AttributionLearner.training(articles);
    for (;;) {
      const step = training.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same in steps, each some work: `trainingSteps` of them. */
  static *training(articles: readonly PreparedArticle[]): Generator<undefined, AttributionLearner> {
    const count = Math.min(parts, articles.length);
    const isIn = (part: number) => (_: PreparedArticle, i: number) => i % count === part;
    const seen: Seen[][] = [];
    for (let part = 0; part < (count < 2 ? 0 : count); part++) {
      const sequence = sequenceOf(articles.filter((article, i) => !isIn(part)(article, i)));
      yield;
      seen.push(
        articles
          .filter(isIn(part))
          .map((article) => ({ article, candidates: candidatesIn(article, sequence) })),
      );
    }
    const judge = judgeOf(seen.flat());
    const held: Parameters<typeof compared>[0][number][] = [];
    for (const [part, own] of seen.entries()) {
      const others = judgeOf(seen.filter((_, other) => other !== part).flat());
      for (const { article, candidates } of own) held.push({ article, found: weighed(candidates, others) });
    }
    yield;
    const { least, heldOut } = compared(held);
    return new AttributionLearner(sequenceOf(articles), judge, least, heldOut);
  }

  static of({
    sequence,
    judge,
    least,
    heldOut,
  }: z.infer<typeof attributionLearnerSchema>): AttributionLearner {
    return new AttributionLearner(SequenceModel.of(sequence), LogisticModel.of(judge), least, heldOut);
  }

  /** Only then is it to be used: on articles that were held out it did better than the rules. */
  get beatsRules(): boolean {
    return this.heldOut.learnt.f1 > this.heldOut.rules.f1 + margin;
  }

  /** What rules and model propose, each as sure as proposals like it were right, in text order. Those below `least` are among them. */
  suggest(text: string, blocks: readonly Block[]): AttributionSuggestion[] {
    return this.suggestIn(prepared({ text, blocks, attributions: [] }));
  }

  /**
   * The same, on the scale of the rules: what is as sure as `least` is as sure as `usual`, so that one threshold holds for both.
   * @param usual from 0 to 1, both excluded
   */
  suggestAlike(text: string, blocks: readonly Block[], usual: number): AttributionSuggestion[] {
    const alike = (confidence: number) =>
      confidence < this.least
        ? (confidence / this.least) * usual
        : 1 - ((1 - confidence) / (1 - this.least)) * (1 - usual);
    return this.suggest(text, blocks).map((suggestion) => ({
      ...suggestion,
      // Cut, so that nothing comes over the threshold by being rounded.
      confidence: Math.floor(alike(suggestion.confidence) * 100 + 1e-6) / 100,
    }));
  }

  suggestIn(article: PreparedArticle): AttributionSuggestion[] {
    return weighed(candidatesIn(article, this.sequence), this.judge);
  }

  toJSON(): z.infer<typeof attributionLearnerSchema> {
    return {
      sequence: this.sequence.toJSON(),
      judge: this.judge.toJSON(),
      least: this.least,
      heldOut: this.heldOut,
    };
  }
}

interface Seen {
  readonly article: PreparedArticle;
  readonly candidates: readonly Candidate[];
}

function sequenceOf(articles: readonly PreparedArticle[]): SequenceModel {
  const lessons = articles.flatMap(({ passages, attributions }) =>
    passages.map((passage) => attributionLesson(passage, attributions)),
  );
  return SequenceModel.train(lessons, attributionTags);
}

function judgeOf(seen: readonly Seen[]): LogisticModel {
  const judged = seen.flatMap(({ article, candidates }) =>
    candidates.map(
      ({ suggestion, features }): Judged => ({
        features,
        prior: logit(suggestion.confidence),
        isRight: isRight(suggestion, article.attributions),
      }),
    ),
  );
  return LogisticModel.train(judged);
}

/** The candidates, each as sure as the judge makes it; of what the model finds nothing whose claim a surer one has. */
function weighed(candidates: readonly Candidate[], judge: LogisticModel): AttributionSuggestion[] {
  const judged = candidates.map(({ suggestion, features }): AttributionSuggestion => {
    const confidence = judge.chance({ features, prior: logit(suggestion.confidence) });
    return { ...suggestion, confidence: Math.round(confidence * 100) / 100 };
  });
  return judged
    .filter(
      (one) =>
        one.rule !== 'learnt' ||
        !judged.some(
          (other) => other !== one && other.confidence > one.confidence && haveClaimInCommon(one, other),
        ),
    )
    .sort((a, b) => (a.claim[0]?.start ?? 0) - (b.claim[0]?.start ?? 0));
}

function haveClaimInCommon(
  { claim: a }: AttributionSuggestion,
  { claim: b }: AttributionSuggestion,
): boolean {
  return a.some((one) => b.some((other) => one.start < other.end && other.start < one.end));
}

/** The rules, and what was learnt at its best cut-off, on the same articles. */
function compared(
  held: readonly { readonly article: PreparedArticle; readonly found: readonly AttributionSuggestion[] }[],
): { readonly least: number; readonly heldOut: HeldOut } {
  const measured = (of: (one: (typeof held)[number]) => readonly AttributionSuggestion[], least: number) =>
    measures(
      summed(
        held.map((one) =>
          attributionAgreement(
            of(one).filter(({ confidence }) => confidence >= least),
            one.article.attributions,
          ),
        ),
      ),
    );
  const rules = measured(({ article }) => article.proposals, usualConfidence);
  let best = { least: usualConfidence, learnt: measured(({ found }) => found, usualConfidence) };
  for (const least of cutoffs) {
    const learnt = measured(({ found }) => found, least);
    if (learnt.f1 > best.learnt.f1) best = { least, learnt };
  }
  return { least: best.least, heldOut: { articles: held.length, rules, learnt: best.learnt } };
}
