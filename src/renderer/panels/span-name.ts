import type { Span } from '../../core/model/span.ts';
import { type TagSet, tagById } from '../../core/model/tag-set.ts';

/** Names are cut here, in UTF-16 units: readers speak them whole. */
const longestName = 300;

/** A span's words on one line: line ends and runs of white space become one space. */
export function spanWords(span: Span): string {
  const words = span.quote.replace(/\s+/g, ' ').trim();
  if (words.length <= longestName) return words;
  return `${words.slice(0, longestName).replace(/[\ud800-\udbff]$/, '')}…`;
}

export function tagName(tagSet: TagSet, tagId: string): string {
  return tagById(tagSet, tagId)?.name ?? tagId;
}

/** What a span is called everywhere, e.g. `Speaker: Vladimir Putin`. */
export function spanName(tagSet: TagSet, span: Span): string {
  return `${tagName(tagSet, span.tag)}: ${spanWords(span)}`;
}
