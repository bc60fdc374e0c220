import sampleFile from '../../../../resources/sample/sample.ascribe.json?raw';
import type { AnnotatedArticle } from '../../../core/formats/annotated-article.ts';
import { incomingProject } from '../../../core/formats/from-dataset.ts';
import { readDataset } from '../../../core/formats/read-dataset.ts';
import type { Project } from '../../../core/model/project.ts';

/** The article that a first start shows, with its annotations, who made them and who speaks in it. @param now its time stamp, where the file gives none */
export function loadSample(now: string): AnnotatedArticle & Pick<Project, 'annotators' | 'entities'> {
  const reading = readDataset({ name: 'sample', bytes: new TextEncoder().encode(sampleFile) });
  if (!reading.ok) throw new Error(reading.reason.message);
  const { project, articles } = incomingProject(reading.value.dataset, { now, projectId: 'sample' });
  const [article] = articles;
  if (article === undefined) throw new Error('the sample has an article: its test says so');
  return { ...article, annotators: project.annotators, entities: project.entities };
}
