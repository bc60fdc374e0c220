import type { DatasetArticle, DatasetHead } from './dataset-schema.ts';
import { utf8Pieces } from './utf8-pieces.ts';
import { wellFormedJson } from './well-formed-json.ts';

/**
 * The bytes of a dataset: UTF-8 without a byte order mark, two spaces a level, one line for each tag, block, span and relation, so that
 * a line of a diff is one annotation. Key order is fixed, so that one state gives one file. Lone surrogates, which UTF-8 cannot hold, become U+FFFD:
 * one code point for one, so that offsets stay right.
 */
export function datasetBytes(
  head: DatasetHead,
  articles: Iterable<DatasetArticle> | AsyncIterable<DatasetArticle>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return utf8Pieces(parts(head, articles));
}

async function* parts(
  head: DatasetHead,
  articles: Iterable<DatasetArticle> | AsyncIterable<DatasetArticle>,
): AsyncGenerator<string> {
  const { format, version, offsetUnit, project, annotators = [], entities = [], tagSet } = head;
  yield '{\n';
  yield member(2, 'format', format);
  yield member(2, 'version', version);
  yield member(2, 'offsetUnit', offsetUnit);
  if (project !== undefined) yield member(2, 'project', project);
  yield `${list(2, 'annotators', annotators)},\n`;
  yield `${list(2, 'entities', entities)},\n`;
  if (tagSet !== undefined) {
    const { tags, relationTypes = [] } = tagSet;
    yield `  "tagSet": {\n${list(4, 'tags', tags)},\n${list(4, 'relationTypes', relationTypes)}\n  },\n`;
  }
  yield '  "articles": [';
  let separator = '\n';
  for await (const article of articles) {
    yield separator;
    yield* articleParts(article);
    separator = ',\n';
  }
  yield separator === '\n' ? ']\n}\n' : '\n  ]\n}\n';
}

function* articleParts(article: DatasetArticle): Generator<string> {
  const { spans = [], relations = [], blocks, text, ...shell } = article;
  yield '    {\n';
  for (const [key, value] of Object.entries(shell)) yield member(6, key, value);
  yield member(6, 'text', text);
  // An empty list says that there are none, which is not the same as not knowing.
  if (blocks !== undefined) yield `${list(6, 'blocks', blocks)},\n`;
  yield `${list(6, 'spans', spans)},\n`;
  yield `${list(6, 'relations', relations)}\n    }`;
}

function member(indent: number, key: string, value: unknown): string {
  return value === undefined
    ? ''
    : `${' '.repeat(indent)}${wellFormedJson(key)}: ${wellFormedJson(value)},\n`;
}

function list(indent: number, key: string, items: readonly unknown[]): string {
  const space = ' '.repeat(indent);
  if (items.length === 0) return `${space}${wellFormedJson(key)}: []`;
  return `${space}${wellFormedJson(key)}: [\n${items.map((item) => `${space}  ${wellFormedJson(item)}`).join(',\n')}\n${space}]`;
}
