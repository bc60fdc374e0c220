import type { Reading } from './reading.ts';
import { type Spread, spreadOf } from './spread.ts';

export type Choice = Partial<Pick<Reading, 'measure' | 'size' | 'contender'>>;

/** The spread of the chosen readings, or undefined when there are none. */
export function spreadIn(readings: readonly Reading[], choice: Choice): Spread | undefined {
  const values = chosenOf(readings, choice).map(({ value }) => value);
  return values.length === 0 ? undefined : spreadOf(values);
}

/**
 * How many times as much one choice comes to as another: the median of the ratios round by round, which noise that lasts for a round does
 * not touch. Undefined when no round has both, or the second is zero.
 */
export function ratioIn(readings: readonly Reading[], of: Choice, to: Choice): number | undefined {
  const base = new Map(chosenOf(readings, to).map(({ round, value }) => [round, value]));
  const ratios = chosenOf(readings, of).flatMap(({ round, value }) => {
    const other = base.get(round);
    return other === undefined || other === 0 ? [] : [value / other];
  });
  return ratios.length === 0 ? undefined : spreadOf(ratios).median;
}

function chosenOf(readings: readonly Reading[], { measure, size, contender }: Choice): Reading[] {
  return readings.filter(
    (reading) =>
      (measure === undefined || reading.measure === measure) &&
      (size === undefined || reading.size === size) &&
      (contender === undefined || reading.contender === contender),
  );
}
