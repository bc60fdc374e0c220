import type { DatasetArticle, DatasetSpan } from '../dataset-schema.ts';
import type { Articles } from '../format.ts';
import { alignedTokens } from '../json/aligned-tokens.ts';
import { utf8Pieces } from '../utf8-pieces.ts';
import { jsonLine } from '../well-formed-json.ts';
import { defaultGroup, groupKey, knowledgeBaseKey } from './span-keys.ts';

/** The articles of a dataset as documents, one a line. */
export function spacyBytes(articles: Articles): AsyncGenerator<Uint8Array> {
  return utf8Pieces(lines(articles));
}

async function* lines(articles: Articles): AsyncGenerator<string> {
  for await (const article of articles) yield jsonLine(document(article));
}

/** What tells the format stands first, where it is found without reading a long text. */
function document({ text, title, metadata, spans = [] }: DatasetArticle) {
  const tokens = alignedTokens(text, spans, false);
  const starts = new Set(tokens.map(({ start }) => start));
  const ends = new Set(tokens.map(({ end }) => end));
  const isAligned = ({ start, end }: DatasetSpan) => starts.has(start) && ends.has(end);
  const aligned = spans.filter(isAligned);
  const unaligned = spans.filter((span) => !isAligned(span));
  return {
    ents: apart(aligned).map(({ start, end, tag }) => ({ start, end, label: tag })),
    text,
    title,
    meta: metadata,
    spans: groupsOf(aligned),
    // They begin or end within white space, where spaCy has no tokens: its reader would refuse the document.
    ...(unaligned.length > 0 && { unaligned: groupsOf(unaligned) }),
    tokens: tokens.map(({ start, end }, id) => ({ id, start, end })),
  };
}

/** Spans that do not overlap, in text order: of those that do the longest, then the first, as `spacy.util.filter_spans` has it. */
function apart(spans: readonly DatasetSpan[]): DatasetSpan[] {
  const byLength = [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken = new Set<number>();
  const kept = byLength.filter(({ start, end }) => {
    // What was kept before is no shorter, so that it covers an end of each that it overlaps.
    if (taken.has(start) || taken.has(end - 1)) return false;
    for (let at = start; at < end; at++) taken.add(at);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}

function groupsOf(spans: readonly DatasetSpan[]) {
  const groups = new Map<string, object[]>([[defaultGroup, []]]);
  for (const { start, end, tag, attributes = {}, note, flagged } of spans) {
    const { [groupKey]: name = defaultGroup, ...others } = attributes;
    const group = groups.get(String(name)) ?? [];
    group.push({
      start,
      end,
      label: tag,
      // It must be there, or spaCy reads no span.
      [knowledgeBaseKey]: '',
      ...others,
      ...(note && { note }),
      ...(flagged && { flagged: 1 }),
    });
    groups.set(String(name), group);
  }
  return Object.fromEntries(groups);
}
