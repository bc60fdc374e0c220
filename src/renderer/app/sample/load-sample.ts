import sampleFile from '../../../../resources/sample/sample.ascribe.json?raw';
import type { AnnotatedArticle } from '../../../core/formats/annotated-article.ts';
import { incomingProject } from '../../../core/formats/from-dataset.ts';
import { readDataset } from '../../../core/formats/read-dataset.ts';

/** The article that a first start shows, with its annotations. @param now its time stamp, where the file gives none */
export function loadSample(now: string): AnnotatedArticle {
  const reading = readDataset({ name: 'sample', bytes: new TextEncoder().encode(sampleFile) });
  if (!reading.ok) throw new Error(reading.reason.message);
  const [article] = incomingProject(reading.value.dataset, { now, projectId: 'sample' }).articles;
  if (article === undefined) throw new Error('the sample has an article: its test says so');
  return article;
}
