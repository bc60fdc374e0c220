import { completeArticle } from '../../src/core/formats/complete-article.ts';
import type {
  Dataset,
  DatasetArticle,
  DatasetRelation,
  DatasetSpan,
} from '../../src/core/formats/dataset-schema.ts';
import { defaultTagSet } from '../../src/core/model/tag-set.ts';

const now = '2030-01-01T00:00:00.000Z';
const names = ['Ann Lee', 'the ministry', 'Jürgen Groß', 'two officials', 'Айгуль'];
const words =
  'the harbour stays shut until the engineers of the county have looked at it once more and nobody knows who would have to pay for the repairs of the bridge'.split(
    ' ',
  );

/** A dataset as an analyst makes it, the same each time: articles of some 6,000 characters with a speaker, a claim, their link and a date every 150. */
export function madeDataset(articles: number): Dataset {
  return {
    format: 'ascribe-dataset',
    version: 1,
    offsetUnit: 'codePoint',
    project: { name: 'Made', createdAt: now },
    annotators: [{ id: 'me', name: 'Me' }],
    entities: [],
    tagSet: { tags: [...defaultTagSet.tags], relationTypes: [...defaultTagSet.relationTypes] },
    articles: Array.from({ length: articles }, (_, at) => article(at)),
  };
}

function article(number: number): DatasetArticle {
  const parts: string[] = [];
  const spans: DatasetSpan[] = [];
  const relations: DatasetRelation[] = [];
  let length = 0;
  const put = (text: string, tag?: string, attributes = {}): string | undefined => {
    const start = length;
    parts.push(text);
    length += [...text].length;
    if (tag === undefined) return undefined;
    const id = `a${number}-${spans.length}`;
    spans.push({
      id,
      tag,
      start,
      end: length,
      text,
      attributes,
      note: '',
      flagged: false,
      annotator: 'me',
      origin: 'manual',
      createdAt: now,
      updatedAt: now,
    });
    return id;
  };
  put(`Report ${number} 😀\n\n`);
  for (let sentence = 0; sentence < 40; sentence++) {
    const seed = number * 40 + sentence;
    const claim = put(
      Array.from({ length: 14 }, (_, at) => words[(seed * 7 + at * (1 + (seed % 5))) % words.length]).join(
        ' ',
      ),
      'claim',
      { form: 'indirect', cue: 'said' },
    );
    put(', ');
    const speaker = put(names[seed % names.length] ?? '', 'speaker');
    put(' said on ');
    put('Tuesday', 'date');
    put(sentence % 5 === 4 ? '.\n\n' : '. ');
    if (claim !== undefined && speaker !== undefined) {
      relations.push({
        id: `r${number}-${sentence}`,
        type: defaultTagSet.relationTypes[0]?.id ?? 'says',
        from: speaker,
        to: claim,
        attributes: {},
        annotator: 'me',
        origin: 'manual',
        createdAt: now,
        updatedAt: now,
      });
    }
  }
  return completeArticle(
    { id: `article-${number}`, title: `Report ${number}`, text: parts.join('').trimEnd(), spans, relations },
    now,
  );
}
