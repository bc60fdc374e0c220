import type { Result } from '../../model/result.ts';
import { buildArticle } from '../extraction/build-article.ts';
import type { ExtractedBlock } from '../extraction/extraction.ts';
import { metadataOf } from '../extraction/known-metadata.ts';
import { textBlocks } from '../extraction/text-blocks.ts';
import { withTitle } from '../extraction/with-title.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { pageExtraction } from '../html/page-extraction.ts';
import type { ReadArticle } from '../read-article.ts';
import type { ArticleRow, ArticleTable } from './article-table.ts';
import type { ColumnRole } from './column-roles.ts';

/** Identifiers as part of a file’s name are cut after so many UTF-16 units. */
const longestIdentifier = 200;

/** Texts out of a content management system are pages’ insides as a rule: one that begins with such an element is read as one. */
const pageInside = /^\s*<(?:p|div|h[1-6]|ul|ol|article|section|blockquote|table|figure)[\s>]/i;

/**
 * The article of a row. As its file counts the row alone: its name ends with the row’s identifier, or its number, and its digest is that of the row’s cells as
 * JSON, so that a row that is met again, in whatever file of that name, is the same article.
 */
export function articleOfRow(
  fileName: string,
  { outline, reader }: ArticleTable,
  row: ArticleRow,
  roles: readonly ColumnRole[],
): Result<ReadArticle, FormatFailure> {
  const { cells, number, line } = row;
  if (!cells.ok) {
    return unreadable(
      'damaged',
      `Row ${number} of “${fileName}” (line ${line}) cannot be read: ${cells.reason}.`,
      line,
    );
  }
  const named = rowName(fileName, row, roles);
  const of = (role: ColumnRole) => cells.value.filter((_, at) => roles[at] === role);
  const title = of('title').join(' ').replace(/\s+/g, ' ').trim();
  const texts = of('text').filter((text) => text.trim() !== '');
  if (texts.length === 0)
    return unreadable('empty', `Row ${number} of “${fileName}” (line ${line}) has no text.`, line);
  const blocks: ExtractedBlock[] = [];
  for (const text of texts) {
    const read = blocksOf(text);
    if (!read.ok)
      return unreadable(
        'too-complex',
        `Row ${number} of “${fileName}” cannot be taken apart: ${read.reason}.`,
        line,
      );
    blocks.push(...read.value);
  }
  const fields = cells.value.flatMap((cell, at): [string, string][] => {
    const role = roles[at] ?? 'none';
    if (role === 'text' || role === 'title' || role === 'none') return [];
    const name = outline.columns[at]?.name ?? '';
    return [[role === 'other' || role === 'identifier' ? name : role, cell]];
  });
  return buildArticle(
    { name: named, bytes: new TextEncoder().encode(JSON.stringify(cells.value)) },
    { reader },
    {
      blocks: withTitle(title, blocks),
      ...(title !== '' && { title }),
      metadata: metadataOf(fields),
    },
  );
}

/** `reports.csv · 12`. A slash, which would end a folder’s name, becomes a colon. */
function rowName(fileName: string, { cells, number }: ArticleRow, roles: readonly ColumnRole[]): string {
  const at = roles.indexOf('identifier');
  const identifier = (cells.ok ? (cells.value[at] ?? '') : '').trim().replace(/\s+/g, ' ');
  const last = identifier === '' ? String(number) : identifier.slice(0, longestIdentifier);
  return `${fileName} · ${last.replaceAll('/', ':')}`;
}

function blocksOf(text: string): Result<readonly ExtractedBlock[], string> {
  if (!pageInside.test(text)) return { ok: true, value: textBlocks(text) };
  const page = pageExtraction(`<!doctype html><body>${text}</body>`, true);
  return page.ok ? { ok: true, value: page.value.blocks } : page;
}
