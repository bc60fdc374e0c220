/**
 * When the support of a major version of Electron ends: the day on which the third one after it is released, as its makers support the latest three
 * (https://www.electronjs.org/docs/latest/tutorial/electron-timelines). A day to come is reckoned: a major version every eight weeks.
 */
const supportEnds: Readonly<Record<string, string>> = {
  // The fallback, where no other can be had: see scripts/runtime/electron-fallback.mjs.
  '33': '2025-04-29',
  // 45.0.0 came on 20 October 2026.
  '45': '2027-04-06',
};

/** What is known of the support of an Electron: the day (ISO 8601) on which it ends or has ended; undefined for a version that is not listed here. */
export function supportEnd(version: string): string | undefined {
  return supportEnds[version.split('.', 1)[0] ?? ''];
}

/** The day on which support ended; null while it lasts, and where that is not known. */
export function endedSupport(version: string, now: Date): string | null {
  const end = supportEnd(version);
  return end !== undefined && now.getTime() >= Date.parse(end) ? end : null;
}
