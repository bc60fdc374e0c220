import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { Dataset, DatasetArticle } from '../../../src/core/formats/dataset-schema.ts';
import { base64OfHex } from '../../../src/core/formats/html-report/base64.ts';
import { format } from '../../../src/core/formats/html-report.format.ts';
import { datasetFile } from '../../../src/core/formats/packing.ts';
import { readDataset } from '../../../src/core/formats/read-dataset.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { anyProject, gather } from './random-project.ts';
import { datasetOf, spanAt, textOf } from './round-trip.ts';

async function report({ articles, ...head }: Dataset): Promise<string> {
  if (format.writer === undefined) throw new Error('it is written');
  return textOf(await gather(datasetFile(format.writer, head, articles, articles.length)));
}

const pageOf = async (dataset: Dataset) => parseHTML(await report(dataset)).document;
const text = 'Head\n\nAna said no way, in Oslo on Monday. Later she left.';
const at = (words: string) => text.indexOf(words);
const head = {
  tagSet: {
    tags: defaultTagSet.tags.map((tag) => ({ ...tag })),
    relationTypes: [...defaultTagSet.relationTypes],
  },
};

function talk(more: Partial<DatasetArticle> = {}): Dataset {
  const dataset = datasetOf({
    text,
    spans: [
      spanAt('s1', 'speaker', 'Ana', at('Ana'), { attributes: { entity: 'e1' } }),
      spanAt('c1', 'claim', 'no way, in Oslo', at('no way'), {
        note: 'Really?',
        flagged: true,
        attributes: { form: 'direct', odd: [1] },
      }),
      spanAt('l1', 'location', 'Oslo', at('Oslo'), {
        attributes: {
          place: {
            name: 'Oslo',
            latitude: 59.9,
            longitude: 10.7,
            source: '',
            sourceId: '',
            unlocatable: false,
          },
        },
      }),
      spanAt('d1', 'date', 'Monday', at('Monday'), {
        attributes: { value: { type: 'date', value: '2031-03-10', granularity: 'day', modifier: null } },
      }),
      spanAt('c2', 'claim', 'she left', at('she left'), { attributes: { noSpeaker: true } }),
      spanAt('d2', 'date', 'Later', at('Later')),
    ],
    relations: [
      { id: 'r1', type: 'says', from: 's1', to: 'c1' },
      { id: 'r2', type: 'at', from: 'c1', to: 'l1' },
      { id: 'r3', type: 'on', from: 'c1', to: 'd1' },
      { id: 'r4', type: 'reports', from: 'c1', to: 'c2' },
    ],
  });
  return {
    ...dataset,
    ...head,
    entities: [{ id: 'e1', name: 'Ana Bo', kind: 'person', role: 'nurse' }],
    articles: dataset.articles.map((article) => ({ ...article, ...more })),
  };
}

describe('what a reader finds', () => {
  test('each claim has a number in the text and an entry with who, where, when and what else', async () => {
    const page = await pageOf(talk());
    const [first, second] = page.querySelectorAll('aside .entry');
    expect(first?.textContent).toMatch(
      /^1Ana Bo \(“Ana”\)Oslo → Oslo \(59\.9, 10\.7\) · Monday → 2031-03-10Form: direct quotation · odd: 1 · flaggedReally\?reports → 2 she left$/,
    );
    expect(second?.textContent).toMatch(/^2no speaker is named/);
    const mark = page.querySelector('#a1-c1');
    expect(mark?.getAttribute('href')).toBe('#a1-e1');
    expect(first?.querySelector('a.n')?.getAttribute('href')).toBe('#a1-c1');
    expect([...page.querySelectorAll('.row a.k')].map((label) => label.textContent)).toEqual([
      'S',
      'L',
      '1',
      'D',
      'D',
      '2',
    ]);
  });

  test('what belongs to a claim leads to its entry, what does not has one of its own', async () => {
    const page = await pageOf(talk());
    const target = (words: string) =>
      [...page.querySelectorAll('a.m')].find((mark) => mark.textContent === words)?.getAttribute('href');
    expect([target('Ana'), target('Oslo'), target('Monday'), target('Later')]).toEqual([
      '#a1-e1',
      '#a1-e1',
      '#a1-e1',
      '#a1-o1',
    ]);
    expect(page.querySelector('#a1-o1')?.textContent).toBe('DateLater');
  });

  test('where spans lie over one another, a click means the shortest', async () => {
    const dataset = talk();
    const [article] = dataset.articles;
    if (article === undefined) throw new Error('it has one');
    const inner = spanAt('d3', 'date', 'way', at('way'));
    const page = await pageOf({
      ...dataset,
      articles: [{ ...article, spans: [...(article.spans ?? []), inner] }],
    });
    const mark = [...page.querySelectorAll('a.m')].find(({ textContent }) => textContent === 'way');
    expect(mark?.getAttribute('href')).toBe('#a1-o1');
    expect(mark?.parentElement?.className).toMatch(/^m t1/);
  });

  test('one claim is said in the singular', async () => {
    const page = await pageOf(talk());
    expect(page.querySelector('.meta')?.textContent).toContain('6 annotations, 2 claims, 1 with a speaker');
    const [article] = talk().articles;
    if (article === undefined) throw new Error('it has one');
    const spans = article.spans?.filter(({ tag }) => tag === 'claim').slice(0, 1);
    const alone = await pageOf({ ...talk(), articles: [{ ...article, spans, relations: [] }] });
    expect(alone.querySelector('.meta')?.textContent).toContain('1 annotation, 1 claim, 0 with a speaker');
    expect(alone.querySelector('td.c')?.textContent).toBe('1 claim');
  });

  test('legend, cast and counts', async () => {
    const page = await pageOf(talk());
    expect(page.querySelector('.legend')?.textContent).toBe('SpeakerSClaim1, 2…LocationLDateD');
    expect(page.querySelector('#cast + table')?.textContent).toBe('Ana Bonurse · personclaims 1.1');
    expect(page.querySelector('#counts + table')?.textContent.replace(/\s+/g, ' ')).toBe(
      'Speaker1 Claim2 Location1 Date2 Articles1 Claims with a speaker1 of 2 Relations4',
    );
  });

  test('a tag is told by its label where its name begins as another’s does', async () => {
    const tags = ['Date', 'Data', 'D'].map((name) => ({ id: name, name }));
    const page = await pageOf({ ...datasetOf({ text: 'a' }), tagSet: { tags } });
    expect(page.querySelector('.legend')?.textContent).toBe('DateDateDataDataDD');
  });

  test('right-to-left articles are set right to left, entries are ours', async () => {
    const rtl = await pageOf(datasetOf({ text: 'قال الوزير', spans: [spanAt('c', 'claim', 'الوزير', 4)] }));
    expect(rtl.querySelector('article')?.getAttribute('dir')).toBe('rtl');
    expect(rtl.querySelector('aside')?.getAttribute('dir')).toBe('ltr');
    const chosen = await pageOf(talk({ direction: 'rtl' }));
    expect(chosen.querySelector('article')?.getAttribute('dir')).toBe('rtl');
  });

  test('blocks are what they are', async () => {
    const blocks = [
      { kind: 'title', start: 0, end: 4 },
      { kind: 'quote', start: 6, end: text.length },
    ] as const;
    const page = await pageOf(talk({ blocks: blocks.map((block) => ({ ...block })) }));
    expect(page.querySelector('h2')?.textContent).toBe('Head');
    expect(page.querySelector('blockquote')?.textContent).toContain('Ana');
  });
});

describe('what no page of others’ words may do', () => {
  const evil = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='a",
    '</style><b>',
    '&lt;b&gt;',
    '\u202e',
    ']]>',
    '<!--',
  ];

  test('nothing in it is markup, nothing runs, nothing is loaded', async () => {
    for (const words of evil) {
      const dataset: Dataset = {
        ...datasetOf({
          text: words,
          title: words,
          spans: [
            spanAt(words, words, words, 0, {
              note: words,
              annotator: words,
              attributes: { [words]: words, entity: words },
            }),
          ],
          relations: [{ id: words, type: words, from: words, to: words, attributes: { [words]: words } }],
        }),
        project: { name: words },
        annotators: [
          { id: words, name: words },
          { id: 'b', name: words },
        ],
        entities: [{ id: words, name: words, role: words, aliases: [words], note: words }],
        tagSet: {
          tags: [{ id: words, name: words, guideline: words }],
          relationTypes: [{ id: words, name: words }],
        },
      };
      const [article] = dataset.articles;
      if (article === undefined) throw new Error('it has one');
      const html = await report({
        ...dataset,
        articles: [
          {
            ...article,
            metadata: { [words]: words },
            labels: [words],
            note: words,
            source: { fileName: words },
          },
        ],
      });
      const { document } = parseHTML(html);
      expect(
        [...document.querySelectorAll('script,img,iframe,object,b,link,[style],[onerror],[onmouseover]')],
        words,
      ).toEqual([]);
      expect(document.querySelectorAll('style'), words).toHaveLength(1);
      expect(document.querySelector('title')?.textContent, words).toBe(words);
      expect(document.querySelector('.row > :first-child')?.firstChild?.textContent, words).toBe(words);
    }
  });

  test('the policy allows the very style sheet that is there, and no more', async () => {
    const html = await report(talk());
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/(?:src|href)="(?!#)|url\(|@import/);
    expect(style).toMatch(/@media \(prefers-color-scheme:dark\)/);
    expect(style).toMatch(/@media print/);
  });

  test('bytes become Base64 as everywhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(base64OfHex(Buffer.from(bytes).toString('hex'))).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });
});

test('of any project every text stands in it, every id once, and every link leads somewhere', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, async (state) => {
      const dataset = exportDataset(state, { kind: 'snapshot' });
      const document = await pageOf(dataset);
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const links = [...document.querySelectorAll('a[href]')].map((link) =>
        link.getAttribute('href')?.slice(1),
      );
      // What stands only on white space between blocks is not drawn, but has its entry.
      expect(links.filter((id) => !ids.includes(id ?? '') && !/-[cmp]\d+$/.test(id ?? ''))).toEqual([]);
      for (const label of document.querySelectorAll('.row a.k')) label.remove();
      const texts = [...document.querySelectorAll('article')].map((article) =>
        [...article.querySelectorAll('.row > :first-child')].map(({ textContent }) => textContent).join(''),
      );
      const plain = (words: string) => words.replaceAll('\0', '\ufffd').replace(/\s+/gu, '');
      expect(texts.map(plain)).toEqual(dataset.articles.map((article) => plain(article.text)));
      const entries = document.querySelectorAll('.entry').length;
      expect(entries).toBeGreaterThanOrEqual(
        dataset.articles.flatMap(({ spans = [] }) => spans.filter(({ tag }) => tag === 'claim')).length,
      );
    }),
    { numRuns: 40 },
  );
});

test('the sample is a report, the same each time', async () => {
  const bytes = new Uint8Array(readFileSync('resources/sample/sample.ascribe.json'));
  const sample = readDataset({ name: 'sample', bytes });
  if (!sample.ok) throw new Error(sample.reason.message);
  const html = await report(sample.value.dataset);
  expect(await report(sample.value.dataset)).toBe(html);
  const { document } = parseHTML(html);
  expect(document.querySelectorAll('aside .entry')).toHaveLength(10);
});

test.skipIf(!hasSharedData)(
  `a novel with thousands of spans over one another takes seconds${sharedDataNote}`,
  async () => {
    const words = readFileSync(sharedData('scale/345_dracula.txt'), 'utf8')
      .replace(/\r\n?/g, '\n')
      .replace(/^\ufeff/, '');
    const spans = Array.from({ length: 8_000 }, (_, i) => {
      const start = i * 90;
      const end = start + 20 + ((i * 37) % 400);
      return { id: `s${i}`, tag: ['claim', 'speaker', 'date'][i % 3] ?? 'claim', start, end, text: '' };
    });
    const started = performance.now();
    const html = await report({ ...datasetOf({ text: words, spans }), ...head });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(html.length).toBeGreaterThan(words.length);
  },
);
