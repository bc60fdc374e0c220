import { type DatasetArticle, type DatasetHead, datasetLinesFormat } from '../dataset-schema.ts';
import type { Articles } from '../format.ts';
import { utf8Pieces } from '../utf8-pieces.ts';
import { jsonLine } from '../well-formed-json.ts';

/** The bytes of a dataset in lines: the head, then an article a line, each with its members in the order in which the native dataset has them. */
export function datasetLinesBytes(head: DatasetHead, articles: Articles): AsyncGenerator<Uint8Array> {
  return utf8Pieces(lines(head, articles));
}

async function* lines(head: DatasetHead, articles: Articles): AsyncGenerator<string> {
  const { version, offsetUnit, project, annotators = [], entities = [], tagSet } = head;
  yield jsonLine({ format: datasetLinesFormat, version, offsetUnit, project, annotators, entities, tagSet });
  for await (const article of articles) yield jsonLine(inOrder(article));
}

function inOrder({ text, blocks, spans = [], relations = [], ...shell }: DatasetArticle) {
  return { ...shell, text, blocks, spans, relations };
}
