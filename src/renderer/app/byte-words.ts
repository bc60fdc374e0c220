const units = ['bytes', 'KB', 'MB', 'GB'];

/** A size as people say it: `812 bytes`, `6.1 KB` (of 1,000 bytes). */
export function byteWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${unit === 0 && bytes === 1 ? 'byte' : units[unit]}`;
}
