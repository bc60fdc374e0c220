import fc from 'fast-check';
import type { AnnotatedArticle } from '../../../src/core/formats/annotated-article.ts';
import { articleStateOf } from '../../../src/core/formats/annotated-article.ts';
import { Sha256 } from '../../../src/core/formats/sha256.ts';
import { attributeTypeSchema } from '../../../src/core/model/attribute-definition.ts';
import { attributesSchema, dateValueSchema } from '../../../src/core/model/attribute-value.ts';
import type { Entity } from '../../../src/core/model/entity.ts';
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
const freeAttributes = fc
  .dictionary(wellFormed, fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' }), { maxKeys: 3 })
  .filter(isPlain);

const entityIds = ['entity-1', 'entity-2', 'entity-3', 'entity-4'];
const degrees = (most: number) => fc.integer({ min: -most, max: most });
const place = fc.record({
  name: wellFormed,
  latitude: degrees(90),
  longitude: degrees(180),
  source: fc.constantFrom('', 'geonames'),
  sourceId: wellFormed,
  unlocatable: fc.boolean(),
});
const date = fc.record({
  type: fc.constantFrom(...dateValueSchema.shape.type.options),
  value: fc.constantFrom('2031-03-13', '2031-W11', 'P3D', 'XXXX-WXX-4', '2031-03-13T09:30'),
  granularity: fc.constantFrom(null, ...dateValueSchema.shape.granularity.unwrap().options),
  modifier: fc.constantFrom(null, ...dateValueSchema.shape.modifier.unwrap().options),
});

/** A value of each attribute type, under the ids that the tag set below gives them; and the ids that the app itself knows. */
const typedAttributes = fc.record(
  {
    'a-text': wellFormed,
    'a-number': fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
    'a-boolean': fc.boolean(),
    'a-oneOf': fc.constantFrom('high', 'low'),
    'a-manyOf': fc.subarray(['high', 'low']),
    'a-date': date,
    'a-place': fc.oneof(
      place,
      place.map((where) => ({ ...where, latitude: null, longitude: null })),
    ),
    'a-entity': fc.constantFrom(...entityIds),
    entity: fc.constantFrom(...entityIds),
    noSpeaker: fc.boolean(),
    cue: wellFormed,
    value: date,
    place,
  },
  { requiredKeys: [] },
);

const attributes = fc
  .tuple(freeAttributes, typedAttributes)
  .map(([free, typed]) => attributesSchema.parse({ ...free, ...typed }));

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

/** Where a block stood on paper or in a recording. */
const blockPlace = fc.record(
  { page: fc.integer({ min: 1, max: 900 }), from: fc.nat(9_000_000), to: fc.nat(9_000_000) },
  { requiredKeys: [] },
);

const refusedSuggestion = fc.record({
  tag: fc.constantFrom('claim', 'date'),
  words: fc.nat().map((n) => n.toString(16).padStart(16, '0')),
  rule: fc.constantFrom('quotation', 'date'),
  confidence: fc.constantFrom(0, 0.7, 1),
  at: time,
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
      links: fc.array(
        fc.record({
          type: fc.constantFrom('says', 'at', 'on', 'reports', 'echoes'),
          from: fc.nat(100),
          to: fc.nat(100),
          made: authorship,
        }),
        { maxLength: 4 },
      ),
      title: wellFormed,
      places: fc.oneof(fc.constant([]), fc.array(blockPlace, { minLength: 1, maxLength: 4 })),
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
      refused: fc.array(refusedSuggestion, { maxLength: 2 }),
      sha256: fc.nat().map((n) => Sha256.of(Uint8Array.of(n & 255, (n >> 8) & 255))),
      times: fc.tuple(time, time),
    })
    .map(({ text, marks, links, places, times, sha256, ...known }) => {
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
      const relations = links.flatMap(({ type, from, to, made }, i) => {
        const [a, b] = [spans[from % Math.max(spans.length, 1)], spans[to % Math.max(spans.length, 1)]];
        if (a === undefined || b === undefined) return [];
        return [{ id: `${id}-relation-${i}`, articleId: id, type, from: a.id, to: b.id, ...made }];
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
        body: { text, blocks: deriveBlocks(text).map((block, i) => ({ ...block, ...places[i] })) },
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
          ...attributeTypeSchema.options.map((type) => ({
            id: `a-${type}`,
            name: `An attribute: ${type}`,
            type,
            options: type.endsWith('Of')
              ? [
                  { id: 'high', name: 'High' },
                  { id: 'low', name: 'Низко' },
                ]
              : [],
          })),
        ],
      },
    ],
    relationTypes: [
      ...defaultTagSet.relationTypes,
      { id: 'echoes', name: 'echoes ↺', from: ['mood', 'claim'], to: ['mood', 'speaker'] },
    ],
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

/** A cast in an order of its own, which is to survive. */
const anyCast: fc.Arbitrary<Entity[]> = fc.shuffledSubarray(entityIds).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        kind: fc.constantFrom('person' as const, 'organisation' as const, 'other' as const),
        name: wellFormed.filter((name) => name !== ''),
        role: wellFormed,
        aliases: fc.array(
          wellFormed.filter((name) => name !== ''),
          { maxLength: 3 },
        ),
        anonymous: fc.boolean(),
        note: wellFormed,
        createdAt: time,
        updatedAt: time,
      }),
    ),
  ),
);

/** A project of up to four articles, with some cast. */
export const anyProject: fc.Arbitrary<ProjectState> = fc
  .tuple(
    fc.nat(4).chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anyArticle(i)))),
    anyCast,
  )
  .map(([articles, entities]) => stateOf(articles, { ...project, entities }));

/** All bytes of a stream as one. */
export async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}
