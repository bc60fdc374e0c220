import type { DatasetArticle, DatasetHead } from './dataset-schema.ts';

/** Pieces are about this long, in UTF-16 units: enough to make each worth sending, little enough to hold many. */
const pieceLength = 256 * 1024;

/**
 * The bytes of a dataset: UTF-8 without a byte order mark, two spaces a level, one line for each tag, block, span and relation, so that
 * a line of a diff is one annotation. Key order is fixed, so that one state gives one file. Lone surrogates, which UTF-8 cannot hold, become U+FFFD:
 * one code point for one, so that offsets stay right.
 */
export async function* datasetBytes(
  head: DatasetHead,
  articles: Iterable<DatasetArticle> | AsyncIterable<DatasetArticle>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let pending = '';
  for await (const part of parts(head, articles)) {
    pending += part;
    if (pending.length < pieceLength) continue;
    yield encoder.encode(pending);
    pending = '';
  }
  yield encoder.encode(pending);
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
  const { spans = [], relations = [], blocks = [], text, ...shell } = article;
  yield '    {\n';
  for (const [key, value] of Object.entries(shell)) yield member(6, key, value);
  yield member(6, 'text', text);
  yield `${list(6, 'blocks', blocks)},\n`;
  yield `${list(6, 'spans', spans)},\n`;
  yield `${list(6, 'relations', relations)}\n    }`;
}

function member(indent: number, key: string, value: unknown): string {
  return value === undefined ? '' : `${' '.repeat(indent)}${json(key)}: ${json(value)},\n`;
}

function list(indent: number, key: string, items: readonly unknown[]): string {
  const space = ' '.repeat(indent);
  if (items.length === 0) return `${space}${json(key)}: []`;
  return `${space}${json(key)}: [\n${items.map((item) => `${space}  ${json(item)}`).join(',\n')}\n${space}]`;
}

/** Compact JSON, well-formed. `JSON.stringify` writes lone surrogates, and only them, as an escape `\ud…`. */
function json(value: unknown): string {
  const written = JSON.stringify(value);
  if (!written.includes('\\ud')) return written;
  return written.replace(/\\(?:u(d[89a-f][0-9a-f]{2})|.)/g, (sequence, surrogate) =>
    surrogate === undefined ? sequence : '\ufffd',
  );
}
