import type { SourceFile } from '../../src/core/formats/format.ts';
import { htmlBlocks } from '../../src/core/formats/html/html-blocks.ts';
import { parsePage } from '../../src/core/formats/html/parse-page.ts';
import { readArticle } from '../../src/core/formats/open-file.ts';
import { tokenAgreement } from '../../tests/core/arbitraries/token-agreement.ts';

/** A real file whose text somebody else wrote down: how far its words are those that were read, 0 to 1. */
export interface TextAgreement {
  readonly file: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Where the expected text of a file stands; undefined for files that have none. */
function expectedPath(name: string): string | undefined {
  if (name.endsWith('/source.html')) return name.replace(/source\.html$/, 'expected.html');
  if (name.endsWith('.rtf')) return name.replace(/rtf\/([^/]*)\.rtf$/, 'text/$1.txt');
  return undefined;
}

/** Reads each file for which there is an expected text, and compares words. A title that was read from elsewhere than the text does not count. */
export async function textAgreements(files: readonly SourceFile[]): Promise<TextAgreement[]> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const found: TextAgreement[] = [];
  for (const file of files) {
    const beside = byName.get(expectedPath(file.name) ?? '');
    if (beside === undefined) continue;
    const read = await readArticle({ name: file.name, bytes: new Uint8Array(file.bytes) });
    const agreement = read.ok
      ? tokenAgreement(expectedText(beside), withoutTitle(read.value.body))
      : { precision: 0, recall: 0, f1: 0 };
    found.push({ file: file.name, ...agreement });
  }
  return found;
}

function expectedText({ name, bytes }: SourceFile): string {
  const text = new TextDecoder().decode(bytes);
  if (!name.endsWith('.html')) return text;
  return htmlBlocks(parsePage(text).documentElement)
    .map((block) => block.text)
    .join('\n');
}

function withoutTitle({
  text,
  blocks: [first],
}: {
  text: string;
  blocks: readonly { kind: string; end: number }[];
}) {
  return first?.kind === 'title' ? text.slice(first.end) : text;
}
