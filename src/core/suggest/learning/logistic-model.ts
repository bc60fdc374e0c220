import { z } from 'zod';

/** What is so about something, how likely it was thought to be right (a logit), and whether it was. */
export interface Judged {
  readonly features: readonly string[];
  readonly prior: number;
  readonly isRight: boolean;
}

export const logisticModelSchema = z.strictObject({
  bias: z.number(),
  weights: z.record(z.string(), z.number()),
});
export type LogisticModelData = z.infer<typeof logisticModelSchema>;

/** Steps of gradient descent: what is judged are hundreds, with a dozen features each. */
const steps = 400;
/** How strongly weights are held at nought (an L2 penalty): few decisions move little. */
const penalty = 1;

/**
 * Says how likely something is right: logistic regression whose starting point is what was thought before, so that without anything learnt it says just that. Trained by
 * gradient descent on the penalised likelihood, all at once and without chance.
 */
export class LogisticModel {
  readonly #bias: number;
  readonly #weights: ReadonlyMap<string, number>;

  private constructor({ bias, weights }: LogisticModelData) {
    this.#bias = bias;
    this.#weights = new Map(Object.entries(weights));
  }

  /** @param data that satisfies `logisticModelSchema` */
  static of(data: LogisticModelData): LogisticModel {
    return new LogisticModel(data);
  }

  static train(judged: readonly Judged[]): LogisticModel {
    const weights = new Map<string, number>();
    for (const { features } of judged) for (const name of features) weights.set(name, 0);
    const sizes = new Map<string, number>();
    let bias = 0;
    let biasSize = 1e-9;
    for (let step = 0; step < steps; step++) {
      const slopes = new Map<string, number>();
      let biasSlope = -penalty * 0.1 * bias;
      for (const { features, prior, isRight } of judged) {
        const sum = features.reduce((total, name) => total + (weights.get(name) ?? 0), prior + bias);
        const missed = (isRight ? 1 : 0) - chance(sum);
        biasSlope += missed;
        for (const name of features) slopes.set(name, (slopes.get(name) ?? 0) + missed);
      }
      // AdaGrad (Duchi, Hazan, Singer 2011): each weight has a pace of its own.
      biasSize += biasSlope ** 2;
      bias += (0.3 * biasSlope) / Math.sqrt(biasSize);
      for (const [name, weight] of weights) {
        const slope = (slopes.get(name) ?? 0) - penalty * weight;
        const size = (sizes.get(name) ?? 1e-9) + slope ** 2;
        sizes.set(name, size);
        weights.set(name, weight + (0.3 * slope) / Math.sqrt(size));
      }
    }
    const short = (value: number) => Math.round(value * 1e4) / 1e4;
    return new LogisticModel({
      bias: short(bias),
      weights: Object.fromEntries([...weights].map(([name, weight]) => [name, short(weight)])),
    });
  }

  /** From 0 to 1. */
  chance({ features, prior }: Pick<Judged, 'features' | 'prior'>): number {
    return chance(features.reduce((sum, name) => sum + (this.#weights.get(name) ?? 0), prior + this.#bias));
  }

  /** What moves it most, up or down, the heaviest first. */
  heaviest(count: number): { readonly feature: string; readonly weight: number }[] {
    return [...this.#weights]
      .map(([feature, weight]) => ({ feature, weight }))
      .filter(({ weight }) => weight !== 0)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
      .slice(0, count);
  }

  toJSON(): LogisticModelData {
    return { bias: this.#bias, weights: Object.fromEntries(this.#weights) };
  }
}

/** The logit of a probability, held away from certainty. */
export function logit(probability: number): number {
  const held = Math.min(0.98, Math.max(0.02, probability));
  return Math.log(held / (1 - held));
}

function chance(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
