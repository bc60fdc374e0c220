/** Below this size constant costs outweigh what grows. Characters. */
const leastLength = 100_000;

/**
 * The exponent `b` of the power law `cost = a · size^b` that fits best, by least squares over the logarithms: 0 is flat, 1 linear. Undefined of fewer than three sizes
 * of 100,000 characters or more, or where a cost is not positive.
 */
export function growthExponent(
  costs: readonly { readonly length: number; readonly cost: number }[],
): number | undefined {
  const points = costs
    .filter(({ length }) => length >= leastLength)
    .map(({ length, cost }) => ({ x: Math.log(length), y: Math.log(cost) }));
  if (points.length < 3 || points.some(({ y }) => !Number.isFinite(y))) return undefined;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  const covariance = mean(points.map((point) => (point.x - x) * (point.y - y)));
  const variance = mean(points.map((point) => (point.x - x) ** 2));
  return variance === 0 ? undefined : covariance / variance;
}
