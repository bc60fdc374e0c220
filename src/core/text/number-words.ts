const number = new Intl.NumberFormat('en');

/** A whole number with its digits in groups of three, set apart by thin spaces that do not break. */
export function grouped(value: number): string {
  return number.format(value).replaceAll(',', '\u202f');
}

/** A number and its noun: `1 article`, `2 articles`. */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(value)} ${value === 1 ? singular : plural}`;
}
