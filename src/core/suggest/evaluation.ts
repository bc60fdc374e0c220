import type { Fragment } from '../model/fragment.ts';

/** How far what was proposed agrees with what others annotated. */
export interface Agreement {
  readonly proposed: number;
  readonly gold: number;
  /** Proposals that meet something annotated, and annotations that some proposal meets. */
  readonly right: number;
  readonly found: number;
}

export type Meeting = 'exact' | 'overlap';

/** Counts stretches that meet: the same, or with characters in common. */
export function agreement(
  proposed: readonly (readonly Fragment[])[],
  gold: readonly (readonly Fragment[])[],
  meeting: Meeting,
): Agreement {
  const meet = meeting === 'exact' ? areSame : haveInCommon;
  return {
    proposed: proposed.length,
    gold: gold.length,
    right: proposed.filter((one) => gold.some((other) => meet(one, other))).length,
    found: gold.filter((one) => proposed.some((other) => meet(one, other))).length,
  };
}

/** Several counts as one. */
export function summed(all: readonly Agreement[]): Agreement {
  const sum = (key: keyof Agreement) => all.reduce((total, each) => total + each[key], 0);
  return { proposed: sum('proposed'), gold: sum('gold'), right: sum('right'), found: sum('found') };
}

/** Precision, recall and their harmonic mean, each from 0 to 1. */
export function measures({ proposed, gold, right, found }: Agreement): {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
} {
  const precision = proposed === 0 ? 0 : right / proposed;
  const recall = gold === 0 ? 0 : found / gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function areSame(a: readonly Fragment[], b: readonly Fragment[]): boolean {
  return (
    a.length === b.length && a.every((each, at) => each.start === b[at]?.start && each.end === b[at]?.end)
  );
}

function haveInCommon(a: readonly Fragment[], b: readonly Fragment[]): boolean {
  return a.some((one) => b.some((other) => one.start < other.end && other.start < one.end));
}
