import { z } from 'zod';
import { seededOrder } from './seeded-order.ts';

/** Tokens as the names of what is so about each, and the labels that they should have. */
export interface Lesson {
  readonly features: readonly (readonly string[])[];
  readonly labels: readonly string[];
}

export const sequenceModelSchema = z.strictObject({
  /** The first is that of tokens that are nothing. */
  labels: z.array(z.string().max(64)).min(1).max(64),
  /** A weight for each label that may follow each. */
  transitions: z.array(z.array(z.number())),
  /** Feature → a weight for each label; none where all are nought. */
  weights: z.record(z.string(), z.array(z.number())),
});
export type SequenceModelData = z.infer<typeof sequenceModelSchema>;

/** What a model makes of tokens: the best labels, and how likely each token has its own, from 0 to 1. */
export interface Labelling {
  readonly labels: readonly string[];
  readonly chances: readonly number[];
}

/** Training goes over the lessons so many times. */
const passes = 12;
/** The pace of AdaGrad, and how strongly weights are held at nought. */
const pace = 0.3;
const penalty = 0.5;
/** What is so about fewer tokens than this teaches nothing about others. */
const leastSeen = 2;

/**
 * Labels the tokens of a sequence: a linear-chain conditional random field (Lafferty, McCallum, Pereira 2001), trained on the likelihood of the right labels with AdaGrad (Duchi,
 * Hazan, Singer 2011) and decoded with Viterbi’s algorithm. Labels are `O`, `B-tag` and `I-tag`; `I-tag` only follows one of its tag.
 */
export class SequenceModel {
  readonly #labels: readonly string[];
  readonly #transitions: readonly Float64Array[];
  readonly #weights: ReadonlyMap<string, Float64Array>;

  private constructor(
    labels: readonly string[],
    transitions: readonly Float64Array[],
    weights: ReadonlyMap<string, Float64Array>,
  ) {
    this.#labels = labels;
    this.#transitions = transitions;
    this.#weights = weights;
  }

  /** @param data that satisfies `sequenceModelSchema` */
  static of({ labels, transitions, weights }: SequenceModelData): SequenceModel {
    return new SequenceModel(
      labels,
      transitions.map((row) => Float64Array.from(row)),
      new Map(Object.entries(weights).map(([name, row]) => [name, Float64Array.from(row)])),
    );
  }

  /** The same lessons in the same order make the same model. */
  static train(lessons: readonly Lesson[], tags: readonly string[]): SequenceModel {
    const labels = ['O', ...tags.flatMap((tag) => [`B-${tag}`, `I-${tag}`])];
    const { transitions, weights } = trained(lessons, labels);
    return new SequenceModel(labels, transitions, weights);
  }

  /** @param eagerness how much likelier than it is a label other than `O` is taken for, as a logit: more is found, and less of it right */
  labelled(features: Lesson['features'], eagerness = 0): Labelling {
    const scores = features.map((names) => {
      const sums = new Float64Array(this.#labels.length);
      for (const name of names) add(sums, this.#weights.get(name));
      return sums;
    });
    const chain = new Chain(scores, this.#transitions, this.#labels);
    const path = chain.bestPath(eagerness);
    const marginals = chain.marginals();
    return {
      labels: path.map((label) => this.#labels[label] ?? 'O'),
      chances: path.map((label, at) => marginals[at]?.[label] ?? 0),
    };
  }

  /** What speaks most for a label, and most against it, the heaviest first. */
  heaviest(label: string, count: number): { readonly feature: string; readonly weight: number }[] {
    const at = this.#labels.indexOf(label);
    return [...this.#weights]
      .map(([feature, weights]) => ({ feature, weight: short(weights[at] ?? 0) }))
      .filter(({ weight }) => weight !== 0)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
      .slice(0, count);
  }

  get labels(): readonly string[] {
    return this.#labels;
  }

  /** Weights to three decimals, so that what is kept stays short. */
  toJSON(): SequenceModelData {
    const rows = [...this.#weights].map(([name, row]): [string, number[]] => [name, Array.from(row, short)]);
    return {
      labels: [...this.#labels],
      transitions: this.#transitions.map((row) => Array.from(row, short)),
      weights: Object.fromEntries(rows.filter(([, row]) => row.some((weight) => weight !== 0))),
    };
  }
}

/** Weights for each label, and the sum of the squares of their slopes, which sets the pace of each. */
class Row {
  readonly weights: Float64Array;
  readonly #squares: Float64Array;

  constructor(length: number) {
    this.weights = new Float64Array(length);
    this.#squares = new Float64Array(length).fill(1e-6);
  }

  climb(slopes: ArrayLike<number>, hold: number): void {
    for (let i = 0; i < this.weights.length; i++) {
      const weight = this.weights[i] ?? 0;
      const slope = (slopes[i] ?? 0) - hold * weight;
      if (slope === 0) continue;
      const square = (this.#squares[i] ?? 0) + slope * slope;
      this.#squares[i] = square;
      this.weights[i] = weight + (pace * slope) / Math.sqrt(square);
    }
  }
}

function trained(lessons: readonly Lesson[], labels: readonly string[]) {
  const count = labels.length;
  const ids = frequent(lessons);
  const names = [...ids.keys()];
  const rows = names.map(() => new Row(count));
  const lessonsWith = new Array<number>(names.length).fill(0);
  const known = lessons.map(({ features, labels: gold }) => {
    const tokens = features.map((all) => all.flatMap((name) => ids.get(name) ?? []));
    const distinct = [...new Set(tokens.flat())];
    for (const id of distinct) lessonsWith[id] = (lessonsWith[id] ?? 0) + 1;
    return { tokens, distinct, gold: gold.map((label) => Math.max(0, labels.indexOf(label))) };
  });
  const transitions = labels.map(() => new Row(count));
  const slopes = names.map(() => new Float64Array(count));
  for (let pass = 0; pass < passes; pass++) {
    for (const next of seededOrder(known.length, pass + 1)) {
      const lesson = known[next];
      if (lesson === undefined) continue;
      const { tokens, distinct, gold } = lesson;
      const scores = tokens.map((all) => {
        const sums = new Float64Array(count);
        for (const id of all) add(sums, rows[id]?.weights);
        return sums;
      });
      const chain = new Chain(
        scores,
        transitions.map(({ weights }) => weights),
        labels,
      );
      const marginals = chain.marginals();
      for (const [at, all] of tokens.entries()) {
        const miss = Float64Array.from(
          marginals[at] ?? [],
          (chance, label) => (label === gold[at] ? 1 : 0) - chance,
        );
        for (const id of all) {
          const sums = slopes[id];
          if (sums !== undefined) add(sums, miss);
        }
      }
      for (const id of distinct) {
        const sums = slopes[id];
        if (sums === undefined) continue;
        rows[id]?.climb(sums, penalty / (lessonsWith[id] ?? 1));
        sums.fill(0);
      }
      for (const [from, missed] of chain.missedTransitions(gold).entries())
        transitions[from]?.climb(missed, penalty / known.length);
    }
  }
  return {
    transitions: transitions.map(({ weights }) => weights),
    weights: new Map(names.map((name, id) => [name, rows[id]?.weights ?? new Float64Array(count)])),
  };
}

/** Numbers for the names of what is so about more than one token. */
function frequent(lessons: readonly Lesson[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of lessons)
    for (const names of features) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ids = new Map<string, number>();
  for (const [name, seen] of counts) if (seen >= leastSeen) ids.set(name, ids.size);
  return ids;
}

/** The scores of one sequence: how well each label suits each token, and each label the one before. */
class Chain {
  readonly #scores: readonly Float64Array[];
  readonly #transitions: readonly Float64Array[];
  readonly #mayBegin: readonly boolean[];
  /** e to the power of the transitions, nought where one may not follow the other; a row for each label before. */
  readonly #steps: readonly Float64Array[];
  readonly #factors: readonly Float64Array[];
  readonly #forward: readonly Float64Array[];
  readonly #backward: readonly Float64Array[];

  constructor(
    scores: readonly Float64Array[],
    transitions: readonly Float64Array[],
    labels: readonly string[],
  ) {
    this.#scores = scores;
    this.#transitions = transitions;
    this.#mayBegin = labels.map((label) => follows('O', label));
    this.#steps = transitions.map((row, from) =>
      row.map((weight, to) => (follows(labels[from] ?? '', labels[to] ?? '') ? Math.exp(weight) : 0)),
    );
    this.#factors = scores.map(exponentials);
    this.#forward = this.#ahead();
    this.#backward = this.#back();
  }

  /** Viterbi’s algorithm; time grows with the tokens and the square of the labels. */
  bestPath(eagerness: number): number[] {
    const count = this.#mayBegin.length;
    const score = (at: number, label: number) =>
      (this.#scores[at]?.[label] ?? 0) - (label === 0 ? eagerness : 0);
    if (this.#scores.length === 0) return [];
    let before = this.#mayBegin.map((may, label) => (may ? score(0, label) : Number.NEGATIVE_INFINITY));
    const steps: number[][] = [];
    for (let at = 1; at < this.#scores.length; at++) {
      const step = new Array<number>(count).fill(0);
      const now = new Array<number>(count).fill(Number.NEGATIVE_INFINITY);
      for (let to = 0; to < count; to++) {
        let best = Number.NEGATIVE_INFINITY;
        for (let from = 0; from < count; from++) {
          if (this.#steps[from]?.[to] === 0) continue;
          const sum = (before[from] ?? 0) + (this.#transitions[from]?.[to] ?? 0);
          if (sum > best) {
            best = sum;
            step[to] = from;
          }
        }
        now[to] = best + score(at, to);
      }
      steps.push(step);
      before = now;
    }
    let label = 0;
    for (let i = 1; i < count; i++) if ((before[i] ?? 0) > (before[label] ?? 0)) label = i;
    const path = [label];
    for (let at = steps.length - 1; at >= 0; at--) {
      label = steps[at]?.[label] ?? 0;
      path.push(label);
    }
    return path.reverse();
  }

  /** How likely each token has each label, by the forward-backward algorithm. */
  marginals(): Float64Array[] {
    return this.#forward.map((row, at) => {
      const back = this.#backward[at];
      return scaled(row.map((value, label) => value * (back?.[label] ?? 0)));
    });
  }

  /** Right transitions less those expected; a row for each label before. */
  missedTransitions(gold: readonly number[]): Float64Array[] {
    const count = this.#mayBegin.length;
    const missed = this.#mayBegin.map(() => new Float64Array(count));
    const likely = new Float64Array(count * count);
    for (let at = 1; at < this.#scores.length; at++) {
      const [ahead, back, factors] = [this.#forward[at - 1], this.#backward[at], this.#factors[at]];
      if (ahead === undefined || back === undefined || factors === undefined) continue;
      let total = 0;
      for (let from = 0; from < count; from++) {
        const steps = this.#steps[from];
        for (let to = 0; to < count; to++) {
          const value = (ahead[from] ?? 0) * (steps?.[to] ?? 0) * (factors[to] ?? 0) * (back[to] ?? 0);
          likely[from * count + to] = value;
          total += value;
        }
      }
      for (let from = 0; from < count && total > 0; from++) {
        const row = missed[from];
        if (row === undefined) continue;
        for (let to = 0; to < count; to++)
          row[to] = (row[to] ?? 0) - (likely[from * count + to] ?? 0) / total;
      }
      const right = missed[gold[at - 1] ?? 0];
      const to = gold[at] ?? 0;
      if (right !== undefined) right[to] = (right[to] ?? 0) + 1;
    }
    return missed;
  }

  /** Each step is scaled to a sum of one, so that none vanishes. */
  #ahead(): Float64Array[] {
    const count = this.#mayBegin.length;
    const rows: Float64Array[] = [];
    for (const factors of this.#factors) {
      const before = rows.at(-1);
      const row = new Float64Array(count);
      for (let to = 0; to < count; to++) {
        let sum = before === undefined && this.#mayBegin[to] === true ? 1 : 0;
        for (let from = 0; before !== undefined && from < count; from++)
          sum += (before[from] ?? 0) * (this.#steps[from]?.[to] ?? 0);
        row[to] = sum * (factors[to] ?? 0);
      }
      rows.push(scaled(row));
    }
    return rows;
  }

  #back(): Float64Array[] {
    const count = this.#mayBegin.length;
    const rows = this.#scores.map(() => new Float64Array(count).fill(1));
    for (let at = this.#scores.length - 2; at >= 0; at--) {
      const [factors, next] = [this.#factors[at + 1], rows[at + 1]];
      const row = new Float64Array(count);
      for (let from = 0; from < count; from++) {
        const steps = this.#steps[from];
        let sum = 0;
        for (let to = 0; to < count; to++)
          sum += (steps?.[to] ?? 0) * (factors?.[to] ?? 0) * (next?.[to] ?? 0);
        row[from] = sum;
      }
      rows[at] = scaled(row);
    }
    return rows;
  }
}

function follows(from: string, to: string): boolean {
  return !to.startsWith('I-') || from.slice(2) === to.slice(2);
}

function add(sums: Float64Array, row: Float64Array | undefined): void {
  if (row === undefined) return;
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (row[i] ?? 0);
}

/** Against the greatest, so that none overflows. */
function exponentials(scores: Float64Array): Float64Array {
  const greatest = Math.max(...scores);
  return scores.map((score) => Math.exp(score - greatest));
}

function scaled(row: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  let total = 0;
  for (const value of row) total += value;
  if (total > 0) for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? 0) / total;
  return row;
}

function short(weight: number): number {
  return Math.round(weight * 1e3) / 1e3;
}
