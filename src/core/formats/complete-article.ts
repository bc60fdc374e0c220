import type { Timestamp } from '../model/identifier.ts';
import type { DatasetArticle } from './dataset-schema.ts';
import { annotatedArticle } from './from-dataset.ts';
import { datasetArticle } from './to-dataset.ts';

const members = [
  'title',
  'source',
  'direction',
  'metadata',
  'versionOf',
  'createdAt',
  'updatedAt',
  'trashedAt',
  'state',
  'note',
  'labels',
  'position',
  'blocks',
  'spans',
  'relations',
] as const;
const sourceMembers = [
  'fileName',
  'sha256',
  'encoding',
  'byteLength',
  'reader',
  'byteOrderMark',
  'replacements',
] as const;
const authorshipMembers = ['attributes', 'annotator', 'origin', 'createdAt', 'updatedAt'] as const;

/** The article with all that a dataset may leave out, as an export has it. One that has all is given back as it is. */
export function completeArticle(article: DatasetArticle, now: Timestamp): DatasetArticle {
  return isComplete(article) ? article : datasetArticle(annotatedArticle(article, now));
}

function isComplete({ source = {}, spans = [], relations = [], ...article }: DatasetArticle): boolean {
  const whole = { ...article, source, spans, relations };
  return (
    members.every((name) => whole[name] !== undefined) &&
    sourceMembers.every((name) => source[name] !== undefined) &&
    spans.every(
      (span) =>
        span.note !== undefined &&
        span.flagged !== undefined &&
        authorshipMembers.every((name) => span[name] !== undefined),
    ) &&
    relations.every((relation) => authorshipMembers.every((name) => relation[name] !== undefined))
  );
}
