import { z } from 'zod';
import type { Result } from '../../model/result.ts';
import { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import type { DatasetReadingOptions, SourceFile } from '../format.ts';
import type { FormatFailure } from '../format-failure.ts';
import { isObject, metadataValues } from '../json/metadata-values.ts';
import { type RecordPlace, readRecords, recordName } from '../json/read-records.ts';
import { nameOf, parseItem } from '../json-item.ts';
import { readMarks } from './read-marks.ts';

const documentSchema = z.looseObject({ text: z.string({ error: 'it has no text' }) });

/** Keys that are read, or say nothing that an article has. */
const known = new Set([
  'text',
  'title',
  'meta',
  'ents',
  'entities',
  'spans',
  'unaligned',
  'sents',
  'tokens',
  'cats',
  '_',
  'underscore_span',
]);

/**
 * Reads documents as `Doc.to_json` writes them and training pairs `[text, { entities, spans, cats }]`. A stretch with the same label in `ents` and in a group
 * of spans is one span. Categories of at least one half become labels of the article; tokens and sentences are not kept.
 */
export function readSpacy(
  file: SourceFile,
  options?: DatasetReadingOptions,
): Result<DatasetReading, FormatFailure> {
  const draft = new DatasetDraft();
  /** The text of a pair that is the whole file. */
  let lone: string | undefined;
  const read = (value: unknown, place: RecordPlace): void => {
    const { layout, count } = place.records;
    if (layout === 'list' && count === 2 && place.number === 1 && typeof value === 'string') lone = value;
    else readDocument(draft, lone === undefined ? value : [lone, value], file.name, place);
  };
  return readRecords(file, options, draft, read);
}

function readDocument(draft: DatasetDraft, value: unknown, fileName: string, place: RecordPlace): void {
  const { line, number } = place;
  const parsed = parseItem(documentSchema, documentOf(value));
  if (!parsed.ok) {
    const reason = parsed.reason.replace(/^text: /, '');
    draft.fault({ effect: 'refused', item: 'article', id: nameOf(value, number - 1), line, reason });
    return;
  }
  const document = parsed.value;
  for (const key of Object.keys(document)) if (!known.has(key)) draft.unknown(key);
  const id = recordName(fileName, number);
  const { title, meta } = document;
  const labels = labelsOf(draft, document.cats);
  draft.article(
    {
      id,
      ...(typeof title === 'string' && { title }),
      metadata: metadataValues({
        ...(isObject(document._) && document._),
        ...(isObject(meta) ? meta : { meta }),
      }),
      text: document.text,
      spans: readMarks(draft, document, { article: id, line }),
      relations: [],
      ...(labels.length > 0 && { labels }),
    },
    { article: line },
  );
}

/** A pair as the document that it says the same as. */
function documentOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [text, annotations]: unknown[] = value;
  return { ...(isObject(annotations) && annotations), text };
}

function labelsOf(draft: DatasetDraft, cats: unknown): string[] {
  if (!isObject(cats)) return [];
  return Object.entries(cats).flatMap(([label, score]) => {
    if (label === '' || label.length > 128) draft.unknown('cats');
    else if (score === true || (typeof score === 'number' && score >= 0.5)) return [label];
    return [];
  });
}
