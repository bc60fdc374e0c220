import { datasetArticleSchema, datasetHeadSchema } from '../../core/formats/dataset-schema.ts';
import { parseItem } from '../../core/formats/json-item.ts';
import { packedWithRest } from '../../core/formats/pack-with-rest.ts';
import { checkedDatasetFile } from '../../core/formats/packing.ts';
import { formatById } from '../../core/formats/registry.ts';
import { Sha256 } from '../../core/formats/sha256.ts';
import { datasetArticle } from '../../core/formats/to-dataset.ts';
import type { DatasetMessage, DatasetReply } from './dataset-messages.ts';

/** Sends a reply and waits for the message that answers it. */
export type Exchange = (reply: DatasetReply) => Promise<DatasetMessage>;

/** Writes a dataset article by article; each is checked against the dataset's schema before a byte of it goes out. */
export async function writeDataset(
  { format, head, articleCount, withRest }: Extract<DatasetMessage, { kind: 'write' }>,
  exchange: Exchange,
): Promise<DatasetReply> {
  const writing = formatById(format);
  const writer = writing?.writer;
  if (writing === undefined || writer === undefined)
    throw new Error(`There is no format named ${format} that writes.`);
  const headCheck = parseItem(datasetHeadSchema, head);
  if (!headCheck.ok) throw new Error(`The project cannot be written as a dataset: ${headCheck.reason}.`);
  const hash = new Sha256();
  let notReadBack = false;
  const tooLarge = () => {
    notReadBack = true;
  };
  const pieces = withRest
    ? packedWithRest({ ...writing, writer }, 'dataset', head, () => articles(exchange), undefined, tooLarge)
    : checkedDatasetFile({ ...writing, writer }, head, articles(exchange), articleCount, undefined, tooLarge);
  for await (const piece of pieces) {
    hash.update(piece);
    // A copy, because its buffer goes to the window.
    await exchange({ kind: 'bytes', bytes: new Uint8Array(piece) });
  }
  const { byteLength } = hash;
  return { kind: 'written', sha256: hash.digest(), byteLength, notReadBack };
}

async function* articles(exchange: Exchange) {
  for (;;) {
    const message = await exchange({ kind: 'wantsArticle' });
    if (message.kind !== 'article') return;
    const article = datasetArticle(message.article);
    const check = parseItem(datasetArticleSchema, article);
    if (!check.ok) {
      throw new Error(`“${article.title}” cannot be written as a dataset: ${check.reason}.`);
    }
    const { predictions } = message.article;
    yield predictions === undefined ? article : { ...article, predictions };
  }
}
