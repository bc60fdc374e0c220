import type { Result } from '../../model/result.ts';
import { success } from '../../model/result.ts';
import { decodeBytes } from '../../text/decode.ts';
import { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import type { DatasetReadingOptions, SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { isObject } from '../json/metadata-values.ts';
import { nameOf } from '../json-item.ts';
import { type AnnotationItems, annotationItems } from './annotation-items.ts';
import { annotatorOf } from './authorship.ts';
import { CollectionReading } from './collection-reading.ts';
import { hasContext, webAnnotation } from './web-annotation.ts';

/** Annotations between two words on progress. */
const progressEvery = 200;

/**
 * Reads Web Annotations on texts that stand in the file, as our own do, or beside it: `a.txt` of `a.jsonld`. Those on anything else are reported one by one. A
 * file of a single annotation that is none fails.
 */
export async function readWebAnnotations(
  file: SourceFile,
  options?: DatasetReadingOptions,
): Promise<Result<DatasetReading, FormatFailure>> {
  const opened = annotationItems(file);
  if (!opened.ok) return opened;
  const { items, count, collection, isSingle } = opened.value;
  const draft = new DatasetDraft();
  if (collection !== undefined) {
    if (!hasContext(collection)) return notAnnotations(file.name, noContext);
    describeCollection(draft, collection);
  }
  const reading = new CollectionReading(draft, file.name);
  let number = 0;
  for (const { value, line } of items) {
    if (number % progressEvery === 0) options?.progress?.(number, count);
    number++;
    const annotation = value.ok ? webAnnotation(value.value) : value;
    const reason = annotation.ok ? contextFault(annotation.value.value, isSingle) : annotation.reason;
    if (annotation.ok && reason === undefined) {
      reading.take(annotation.value, line, number);
      continue;
    }
    if (isSingle) return notAnnotations(file.name, reason ?? noContext);
    const id = value.ok ? nameOf(value.value, number - 1) : `#${number}`;
    draft.fault({ effect: 'refused', item: 'span', id, line, reason: reason ?? noContext });
  }
  const [text] = options?.companions ?? [];
  if (text !== undefined) reading.supply(text.name, companionText(text));
  reading.finish();
  return success(draft.reading());
}

const noContext = 'its @context is not http://www.w3.org/ns/anno.jsonld';

/** Annotations of a list or collection may leave the context to it, but name no other. */
function contextFault(value: Readonly<Record<string, unknown>>, isSingle: boolean): string | undefined {
  const isNamed = value['@context'] !== undefined;
  return (isSingle || isNamed) && !hasContext(value) ? noContext : undefined;
}

function notAnnotations(fileName: string, reason: string) {
  return unreadable(
    'not-a-dataset',
    `“${fileName}” holds no sound Web Annotations: ${reason}. Have it written anew by the program that it came from.`,
  );
}

/** The name of the collection is the project’s; pages that are elsewhere are reported. */
function describeCollection(
  draft: DatasetDraft,
  collection: NonNullable<AnnotationItems['collection']>,
): void {
  const { label, created, creator, first, next } = collection;
  const createdAt = typeof created === 'string' && !Number.isNaN(Date.parse(created)) ? created : undefined;
  if (typeof label === 'string' && label !== '' && label.length <= 256)
    draft.project({ name: label, ...(createdAt !== undefined && { createdAt }) });
  for (const agent of [creator ?? []].flat()) annotatorOf(draft, agent);
  const page = isObject(first) ? first : collection;
  for (const elsewhere of new Set([typeof first === 'string' ? first : undefined, next, page.next])) {
    const id = isObject(elsewhere) ? elsewhere.id : elsewhere;
    if (typeof id !== 'string') continue;
    draft.fault({
      effect: 'refused',
      item: 'article',
      id,
      reason: 'this page of the collection is not in the file',
    });
  }
}

function companionText({ bytes }: SourceFile): string | undefined {
  const decoded = decodeBytes(bytes);
  return decoded.ok ? decoded.value.text : undefined;
}
