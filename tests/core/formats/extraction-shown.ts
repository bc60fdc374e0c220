import { expect } from 'vitest';
import type { SourceFile } from '../../../src/core/formats/format.ts';
import type { FormatFailure } from '../../../src/core/formats/format-failure.ts';
import { newArticle } from '../../../src/core/formats/new-article.ts';
import type { ReadArticle } from '../../../src/core/formats/read-article.ts';
import { articleSchema } from '../../../src/core/model/article.ts';
import type { Result } from '../../../src/core/model/result.ts';
import { canonicalText } from '../../../src/core/text/canonical-text.ts';

export const fileOf = (name: string, text: string): SourceFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});

/** The article that was read, checked to be sound. */
export async function articleIn(
  reading: Result<ReadArticle, FormatFailure> | Promise<Result<ReadArticle, FormatFailure>>,
): Promise<ReadArticle> {
  const read = await reading;
  if (!read.ok) throw new Error(read.reason.message);
  expectSound(read.value);
  return read.value;
}

/** Each block as `kind: text`, line feeds as ⏎, tabs as ⇥. */
export function blocksShown({ body }: ReadArticle): string[] {
  return body.blocks.map(
    ({ kind, start, end }) =>
      `${kind}: ${body.text.slice(start, end).replaceAll('\n', '⏎').replaceAll('\t', '⇥')}`,
  );
}

/** What holds of any article: canonical text, blocks in order that cover all but white space. */
export function expectSound(read: ReadArticle): void {
  const article = newArticle(read, { id: 'x', now: '2024-01-01T00:00:00.000Z' });
  expect(articleSchema.parse(article)).toEqual(article);
  const { text, blocks } = read.body;
  expect(canonicalText(`\ufeff${text}`)).toEqual({ text, replacements: 0 });
  expect(text.trim()).not.toBe('');
  expect(read.title.trim()).not.toBe('');
  let at = 0;
  for (const { kind, start, end } of blocks) {
    if (end <= start || text.slice(at, start).trim() !== '' || (kind === 'continuation' && start !== at))
      throw new Error(`the block at ${start} is not sound`);
    if (kind !== 'continuation' && text.slice(start, start + 1).trim() === '')
      throw new Error(`the block at ${start} begins with white space`);
    at = end;
  }
  expect(text.slice(at).trim()).toBe('');
}

/** The sentence by which a file was refused: it names the file and ends as sentences do. */
export async function refusalOf(
  reading: Result<ReadArticle, FormatFailure> | Promise<Result<ReadArticle, FormatFailure>>,
): Promise<FormatFailure> {
  const read = await reading;
  if (read.ok) throw new Error('a failure was expected');
  expect(read.reason.message).toMatch(/“.*”.*[.]$/s);
  return read.reason;
}
