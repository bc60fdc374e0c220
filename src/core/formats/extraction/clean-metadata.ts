import { canonicalText } from '../../text/canonical-text.ts';

/** A longer value is none that somebody wrote to say what an article is, in UTF-16 units. */
const longest = 2_000;
const most = 100;

/** Metadata as articles keep it: white space as single spaces, blank values and what is beyond all measure left out. */
export function cleanMetadata(
  found: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const clean: [string, string][] = [];
  for (const [name, value] of Object.entries(found)) {
    const key = canonicalText(name).text.trim();
    const words = value === undefined ? '' : canonicalText(value.slice(0, longest)).text;
    const text = words.replace(/\s+/g, ' ').trim();
    if (key === '' || key === '__proto__' || key.length > 256 || text === '') continue;
    clean.push([key, text]);
    if (clean.length === most) break;
  }
  return Object.fromEntries(clean);
}
