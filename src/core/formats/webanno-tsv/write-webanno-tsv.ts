import { CodePointMap } from '../../text/offsets.ts';
import { ArticleFileNames } from '../article-file-names.ts';
import type { DatasetArticle } from '../dataset-schema.ts';
import type { Articles, OutgoingFile } from '../format.ts';
import { jsonLine } from '../line-text.ts';
import { shownToken } from '../tokens.ts';
import { LayerCells } from './layer-cells.ts';
import { planLayers } from './layer-plan.ts';
import { type Row, type SentenceRows, sentenceRows } from './token-rows.ts';
import { spaceBefore } from './tsv-body.ts';
import { escapeText } from './tsv-escapes.ts';
import { layerLine } from './tsv-header.ts';

/** A file an article. */
export async function* webannoFiles(articles: Articles): AsyncGenerator<OutgoingFile> {
  const encoder = new TextEncoder();
  const names = new ArticleFileNames();
  for await (const article of articles)
    yield { name: `${names.nameOf(article)}.tsv`, bytes: encoder.encode(webannoTsv(article)) };
}

function webannoTsv(article: DatasetArticle): string {
  const { text, spans = [] } = article;
  const map = CodePointMap.of(text);
  const places = spans.map(({ start, end }) => ({ start: map.toUtf16(start), end: map.toUtf16(end) }));
  const sentences = sentenceRows(text, places);
  const tokens = new Set(
    sentences.flatMap(({ rows }) => rows.filter(isToken).map(({ start, end }) => `${start} ${end}`)),
  );
  const placeOf = new Map(spans.map((span, i) => [span, places[i]]));
  const plan = planLayers(article, (span) => {
    const place = placeOf.get(span);
    return place !== undefined && tokens.has(`${place.start} ${place.end}`);
  });
  const cells = new LayerCells(plan, sentences);
  const lead = text.slice(0, sentences[0]?.start ?? text.length);
  return [
    '#FORMAT=WebAnno TSV 3.3',
    ...cells.layers.map(layerLine),
    '',
    ...(sentences.length === 0 ? ['', ...leadLines(lead)] : []),
    ...sentences.flatMap((sentence, i) => [
      '',
      ...(i === 0 ? leadLines(lead) : []),
      ...textLines(text, sentence),
      ...sentence.rows.map((row) => rowLine(text, row, cells)),
    ]),
    '',
  ].join('\n');
}

/** WebAnno makes blanks of the space before the first sentence. */
function leadLines(lead: string): readonly string[] {
  return lead === '' ? [] : [`#${spaceBefore}=${jsonLine(lead)}`];
}

/**
 * All up to the next sentence, so that no space between them is lost; but for a line end and blanks, with which readers fill up what is not there between two
 * sentences.
 */
function textLines(text: string, { start, end }: SentenceRows): readonly string[] {
  const whole = text.slice(start, end);
  const words = end < text.length ? whole.replace(/\n *$/, '') : whole;
  return (words.trimEnd() === words ? words : whole).split('\n').map((line) => `#Text=${escapeText(line)}`);
}

function rowLine(text: string, row: Row, cells: LayerCells): string {
  const token = shownToken(text.slice(row.start, row.end));
  return [row.id, `${row.start}-${row.end}`, token, ...cells.of(row), ''].join('\t');
}

function isToken({ id }: Row): boolean {
  return !id.includes('.');
}
