import fc from 'fast-check';
import type { AnnotatedArticle } from '../../../src/core/formats/annotated-article.ts';
import { articleStateOf } from '../../../src/core/formats/annotated-article.ts';
import { Sha256 } from '../../../src/core/formats/sha256.ts';
import { attributesSchema } from '../../../src/core/model/attribute-value.ts';
import { normaliseFragments, quoteOf } from '../../../src/core/model/fragment.ts';
import type { Project } from '../../../src/core/model/project.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';
import type { ProjectState } from '../../../src/core/operations/project-state.ts';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';
import { countWords } from '../../../src/core/text/count-words.ts';
import { CodePointMap } from '../../../src/core/text/offsets.ts';

/** Pieces of which texts are made: everything that offsets, JSON and encodings have stumbled over. */
const pieces = [
  'The minister said ',
  '“We do not want that,” ',
  '\n\n',
  '\n',
  '👩‍👩‍👧‍👦',
  '𝕏',
  'e\u0301',
  'قال الوزير ',
  'שלום',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\u0000',
  '\\ud800',
  '"',
  '{"a":1}',
  '中文',
  '\t',
];

const wellFormed = fc.string({ unit: 'binary', maxLength: 12 });
const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const attributes = fc
  .dictionary(wellFormed, fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' }), { maxKeys: 3 })
  .filter(isPlain)
  .map((value) => attributesSchema.parse(value));

/** -0 does not survive JSON, and `__proto__` is no key that a project can have. */
function isPlain(value: unknown): boolean {
  return !JSON.stringify(value).includes('__proto__') && !hasNegativeZero(value);
}

function hasNegativeZero(value: unknown): boolean {
  if (Object.is(value, -0)) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNegativeZero);
}

const authorship = fc.record({
  attributes,
  annotator: fc.constantFrom('ann-1', 'ann-2'),
  origin: fc.constantFrom('manual', 'import:brat', 'suggestion:quotes'),
  createdAt: time,
  updatedAt: time,
});

/** An article of that number with spans and relations; ids differ between numbers. */
export function anyArticle(number: number): fc.Arbitrary<AnnotatedArticle> {
  const id = `article-${number}`;
  return fc
    .record({
      text: fc
        .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
        .map((parts) => parts.join('')),
      marks: fc.array(
        fc.record({
          cuts: fc.array(fc.nat(10_000), { minLength: 2, maxLength: 6 }),
          tag: fc.constantFrom('speaker', 'claim', 'location', 'date', 'mood'),
          note: wellFormed,
          flagged: fc.boolean(),
          made: authorship,
        }),
        { maxLength: 8 },
      ),
      links: fc.array(fc.record({ from: fc.nat(100), to: fc.nat(100), made: authorship }), { maxLength: 4 }),
      title: wellFormed,
      metadata: fc.dictionary(fc.constantFrom('outlet', 'published', 'section'), wellFormed, {
        noNullPrototype: true,
      }),
      direction: fc.constantFrom('ltr' as const, 'rtl' as const),
      versionOf: fc.constantFrom(null, 'article-0', 'elsewhere'),
      trashedAt: fc.option(time),
      state: fc.constantFrom('todo' as const, 'inProgress' as const, 'done' as const, 'discuss' as const),
      note: wellFormed,
      labels: fc.uniqueArray(fc.constantFrom('north', 'süd', 'East 7'), { maxLength: 2 }),
      position: fc.option(fc.integer({ min: -5, max: 50 })),
      sha256: fc.nat().map((n) => Sha256.of(Uint8Array.of(n & 255, (n >> 8) & 255))),
      times: fc.tuple(time, time),
    })
    .map(({ text, marks, links, times, sha256, ...known }) => {
      const map = CodePointMap.of(text);
      const spans = marks.flatMap(({ cuts, made, ...span }, i) => {
        const points = cuts.map((cut) => map.toUtf16(cut % (map.length + 1))).sort((a, b) => a - b);
        const ranges = points.flatMap((start, at) => {
          const end = points[at + 1];
          return at % 2 === 0 && end !== undefined && end > start ? [{ start, end }] : [];
        });
        if (ranges.length === 0) return [];
        const fragments = normaliseFragments(ranges);
        return [
          {
            id: `${id}-span-${i}`,
            articleId: id,
            fragments,
            quote: quoteOf(text, fragments),
            ...span,
            ...made,
          },
        ];
      });
      const relations = links.flatMap(({ from, to, made }, i) => {
        const [a, b] = [spans[from % Math.max(spans.length, 1)], spans[to % Math.max(spans.length, 1)]];
        if (a === undefined || b === undefined) return [];
        return [{ id: `${id}-relation-${i}`, articleId: id, type: 'says', from: a.id, to: b.id, ...made }];
      });
      return {
        record: {
          id,
          ...known,
          source: {
            fileName: `${number}.txt`,
            sha256,
            encoding: 'windows-1256',
            byteLength: text.length,
            reader: 'plain-text',
            byteOrderMark: number % 2 === 0,
            replacements: number,
          },
          textLength: text.length,
          wordCount: countWords(text),
          createdAt: times[0],
          updatedAt: times[1],
        },
        body: { text, blocks: deriveBlocks(text) },
        spans,
        relations,
      };
    });
}

export const project: Project = {
  id: 'project-1',
  name: 'Grain and ships',
  tagSet: {
    tags: [
      ...defaultTagSet.tags,
      {
        id: 'mood',
        name: 'Mood 🎭',
        key: '5',
        mark: 'wavy',
        colour: { light: '#123456', dark: '#abcdef' },
        guideline: 'How.',
        examples: ['gloomy'],
        attributes: [
          { id: 'strength', name: 'Strength', type: 'oneOf', options: [{ id: 'high', name: 'High' }] },
        ],
      },
    ],
    relationTypes: defaultTagSet.relationTypes,
  },
  annotators: [
    { id: 'ann-1', name: 'Ana' },
    { id: 'ann-2', name: 'Боб' },
    { id: 'ann-3', name: 'Nobody yet' },
  ],
  entities: [
    {
      id: 'entity-1',
      kind: 'person',
      name: 'Илья Tarrant',
      role: 'minister',
      aliases: ['the minister 😀', 'she'],
      anonymous: false,
      note: 'Seen twice.',
      createdAt: '2024-05-01T10:00:00.000Z',
      updatedAt: '2024-05-02T10:00:00.000Z',
    },
    {
      id: 'entity-2',
      kind: 'organisation',
      name: 'an official',
      role: '',
      aliases: [],
      anonymous: true,
      note: '',
      createdAt: '2024-05-01T10:00:00.000Z',
      updatedAt: '2024-05-01T10:00:00.000Z',
    },
  ],
  createdAt: '2024-05-01T10:00:00.000Z',
};

export function stateOf(articles: readonly AnnotatedArticle[], of: Project = project): ProjectState {
  return {
    project: of,
    articles: new Map(articles.map((article) => [article.record.id, articleStateOf(article)])),
  };
}

/** A project of up to four articles. */
export const anyProject: fc.Arbitrary<ProjectState> = fc
  .nat(4)
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anyArticle(i))))
  .map((articles) => stateOf(articles));

/** All bytes of a stream as one. */
export async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}
