/** How far two texts have the same words, whatever their order and case: precision, recall and their harmonic mean, 0 to 1. */
export function tokenAgreement(expected: string, found: string) {
  const wanted = tokenCounts(expected);
  const had = tokenCounts(found);
  let shared = 0;
  for (const [token, count] of wanted.counts) shared += Math.min(count, had.counts.get(token) ?? 0);
  const precision = had.total === 0 ? 0 : shared / had.total;
  const recall = wanted.total === 0 ? 0 : shared / wanted.total;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function tokenCounts(text: string) {
  const counts = new Map<string, number>();
  const tokens = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return { counts, total: tokens.length };
}
