import { CodePointMap } from '../../text/offsets.ts';
import type { DatasetArticle } from '../dataset-schema.ts';
import { escapedName, looksEscaped } from '../escaped-name.ts';
import type { Articles } from '../format.ts';
import { sentenceStarts, shownToken, tokensIn } from '../tokens.ts';
import { labelOf } from './conll-document.ts';
import { betweenParagraphs, commentValue, sentenceComments } from './sentence-comments.ts';

/** Keys of comments end at the sign of equality. */
const otherThanKey = new RegExp(`${looksEscaped.source}|[\\s\\p{C}=]`, 'gu');

interface LabelledSpan {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** The text of the file, some lines at a time. */
export async function* conllLines(articles: Articles): AsyncGenerator<string> {
  let declared = 0;
  for await (const article of articles) {
    const columns = columnsOf(spansOf(article));
    // Readers that know of no columns but one find it in each document; deeper ones are there only where spans overlap.
    const count = Math.max(columns.length, 1);
    if (count !== declared) yield `${header(count)}\n`;
    declared = count;
    for (const line of headLines(article)) yield `${line}\n`;
    yield* sentenceLines(article.text, columns);
  }
  if (declared === 0) yield `${header(1)}\n`;
}

function header(count: number): string {
  return `# global.columns = FORM ${Array.from({ length: count }, (_, i) => (i === 0 ? 'NER' : `NER${i + 1}`)).join(' ')}`;
}

function headLines({ id, title, metadata = {} }: DatasetArticle): readonly string[] {
  return [
    `# newdoc id = ${escapedName(id, otherThanKey)}`,
    ...(title === undefined ? [] : [`# title = ${commentValue(title)}`]),
    ...Object.entries(metadata).map(
      ([key, value]) => `# meta::${escapedName(key, otherThanKey)} = ${commentValue(value)}`,
    ),
  ];
}

/** Spans in UTF-16 units, in the order of their starts, the longer first. */
function spansOf({ text, spans = [] }: DatasetArticle): readonly LabelledSpan[] {
  const map = CodePointMap.of(text);
  return spans
    .map(({ tag, start, end }) => ({ label: labelOf(tag), start: map.toUtf16(start), end: map.toUtf16(end) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The spans divided among columns in each of which none overlap. */
function columnsOf(spans: readonly LabelledSpan[]): readonly (readonly LabelledSpan[])[] {
  const columns: LabelledSpan[][] = [];
  for (const span of spans) {
    const free = columns.find((column) => (column.at(-1)?.end ?? 0) <= span.start);
    if (free === undefined) columns.push([span]);
    else free.push(span);
  }
  return columns;
}

function* sentenceLines(text: string, columns: readonly (readonly LabelledSpan[])[]): Generator<string> {
  const spans = columns.flat().sort((a, b) => a.start - b.start);
  const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const starts = sentenceStarts(text, spans);
  const tags = columns.length === 0 ? [new ColumnTags([])] : columns.map((column) => new ColumnTags(column));
  if (starts.length === 0) {
    if (text === '') yield '\n';
    else yield `${comments({ before: '', words: '', after: text, isLast: true, beginsParagraph: false })}\n`;
    return;
  }
  let gap = '';
  for (const [i, start] of starts.entries()) {
    const end = starts[i + 1] ?? text.length;
    const words = text.slice(start, end).trimEnd();
    const after = text.slice(start + words.length, end);
    const isLast = i === starts.length - 1;
    const before = i === 0 ? text.slice(0, start) : '';
    yield comments({ before, words, after, isLast, beginsParagraph: i > 0 && gap === betweenParagraphs });
    for (const token of tokensIn(text, { start, end }, cuts)) {
      const row = tags.map((column) => `\t${column.tagAt(token.start)}`).join('');
      yield `${shownToken(text.slice(token.start, token.end))}${row}\n`;
    }
    yield '\n';
    gap = after;
  }
}

function comments(sentence: Parameters<typeof sentenceComments>[0]): string {
  return sentenceComments(sentence)
    .map((line) => `${line}\n`)
    .join('');
}

/** The tags of one column, asked for token by token. */
class ColumnTags {
  readonly #spans: readonly LabelledSpan[];
  #next = 0;

  constructor(spans: readonly LabelledSpan[]) {
    this.#spans = spans;
  }

  /** @param start of the token; tokens begin and end where spans do, and are asked for in their order */
  tagAt(start: number): string {
    let span = this.#spans[this.#next];
    while (span !== undefined && span.end <= start) span = this.#spans[++this.#next];
    if (span === undefined || span.start > start) return 'O';
    return `${span.start === start ? 'B' : 'I'}-${span.label}`;
  }
}
