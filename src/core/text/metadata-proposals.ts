/** Metadata of an article that have a field of their own. */
export type MetadataKey = 'date' | 'outlet' | 'author' | 'url';

/** Something that an article's text or file name says of the article itself. */
export interface MetadataProposal {
  readonly key: MetadataKey;
  readonly value: string;
  /** The words that say so, as they stand there. */
  readonly evidence: string;
  readonly place: 'text' | 'fileName';
}

/** How many lines from the start and the end are looked at, and how long one may be, in UTF-16 units: what says so stands alone. */
const headLines = 12;
const tailLines = 6;
const longestLine = 300;

/**
 * What an article seems to say of its date, outlet, author and address: in its file name, its first lines and its last. For somebody to
 * accept, never to be taken over.
 * @param readDay the ISO 8601 day that words come to when it does not depend on the day of publication, or undefined
 */
export function metadataProposals(
  text: string,
  fileName: string,
  readDay: (words: string) => string | undefined,
): MetadataProposal[] {
  const found: MetadataProposal[] = [];
  const add = (
    key: MetadataKey,
    value: string | undefined,
    evidence: string,
    place: MetadataProposal['place'],
  ) => {
    const trimmed = value?.trim();
    if (!trimmed || found.some((other) => other.key === key && other.value === trimmed)) return;
    found.push({ key, value: trimmed, evidence: evidence.trim(), place });
  };
  for (const line of edgeLines(text)) {
    for (const words of datesIn(line)) add('date', readDay(words.day), words.evidence, 'text');
    for (const pattern of authors) add('author', matchOf(pattern, line), line, 'text');
    for (const pattern of outlets) add('outlet', matchOf(pattern, line), line, 'text');
    add('url', matchOf(url, line)?.replace(/[.,;]$/, ''), line, 'text');
  }
  const [, year, month, day] = /(?<!\d)((?:19|20)\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)/.exec(fileName) ?? [];
  if (year !== undefined) add('date', readDay(`${year}-${month}-${day}`), fileName, 'fileName');
  return found;
}

const name = String.raw`\p{Lu}[\p{L}\p{M}'’.\-]*(?:\s+(?:(?:de|da|van|von|der|den|la|le|al|el|bin|and|&)\s+)*\p{Lu}[\p{L}\p{M}'’.\-]*){0,5}`;

/** An author has two names at least: "By Thursday, …" names none. */
const person = name.replace('{0,5}', '{1,5}');

const authors = [
  new RegExp(String.raw`^(?:By|Von|Par|Por|Di|Door|Av)\s+(${person})\s*(?:$|[,|–—-])`, 'u'),
  new RegExp(String.raw`^(?:Author|Written by|Reported by|Reporting by|Text)\s*:?\s+(${person})`, 'u'),
];

const outlets = [
  // The agency of a dateline: "VELMAR (Reuters) -".
  /^[^(]{0,60}\((\p{Lu}[\p{L}\p{N} .&]{1,30})\)\s*[-–—]/u,
  /^(?:Source|Outlet|Publication|Published by)\s*:\s*(?!https?:)([^|,;]{2,80})/iu,
  new RegExp(String.raw`^(?:©|\(c\)|Copyright)\s*(?:©\s*)?(?:\d{4}\s*)(${name})`, 'iu'),
  // What stands behind the author: "By Ann Lee, The Harbour Post".
  new RegExp(
    String.raw`^By\s+${name}\s*[,|–—-]\s*(The ${name}|[^,|]{2,40}(?:News|Times|Post|Herald|Press|Tribune|Reuters))\s*$`,
    'u',
  ),
];

const url = /(?:^|\s)(https?:\/\/[^\s<>"”]+)/iu;

function* datesIn(line: string): Iterable<{ day: string; evidence: string }> {
  const said =
    /^(?:first )?(?:published|posted|updated|last updated|issued|date|created)\s*(?:on|at|:)?\s+(.{4,60})$/i.exec(
      line,
    )?.[1];
  if (said !== undefined) yield { day: withoutTime(said), evidence: line };
  if (line.length <= 40) yield { day: withoutTime(line), evidence: line };
  // "VELMAR, 14 March 2031 (Reuters) —"
  const dateline = /^\p{Lu}[\p{L} .'’-]{1,40},\s+([^()–—]{6,30}?)\s*(?:\([^)]{2,30}\)\s*)?[-–—]/u.exec(line);
  if (dateline?.[1] !== undefined) yield { day: dateline[1], evidence: dateline[0] };
  // "The Harbour Post | 14 March 2031 | Ann Lee"
  for (const part of line.split(/\s*[|·•]\s*/))
    if (part !== line && part.length <= 40) yield { day: withoutTime(part), evidence: line };
}

function withoutTime(words: string): string {
  return words
    .replace(/[,\s]+(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,5})?$/i, '')
    .trim();
}

function matchOf(pattern: RegExp, line: string): string | undefined {
  return pattern.exec(line)?.[1];
}

function edgeLines(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const edges =
    lines.length <= headLines + tailLines
      ? lines
      : [...lines.slice(0, headLines), ...lines.slice(-tailLines)];
  return edges.map((line) => line.slice(0, longestLine));
}
