import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { completeArticle } from '../../../src/core/formats/complete-article.ts';
import { format as csv } from '../../../src/core/formats/csv.format.ts';
import type { Dataset } from '../../../src/core/formats/dataset-schema.ts';
import type { Format } from '../../../src/core/formats/format.ts';
import { format as report } from '../../../src/core/formats/html-report.format.ts';
import { readArticle } from '../../../src/core/formats/open-file.ts';
import { formats } from '../../../src/core/formats/registry.ts';
import { hostileDataset } from '../../hostile/hostile-dataset.ts';
import { hostileFiles } from '../../hostile/hostile-files.ts';
import { payloads } from '../../hostile/payloads.ts';
import { someTime } from '../arbitraries/article.ts';
import { articleIn } from './extraction-shown.ts';
import { filesOf } from './round-trip.ts';

const dataset = completed(hostileDataset());

/** With all that a dataset may leave out, as an export has it. */
function completed({ articles, ...head }: Dataset): Dataset {
  return { ...head, articles: articles.map((article) => completeArticle(article, someTime)) };
}

/** The files that a format makes of every payload in every place. */
const written = async (format: Format) => [...(await filesOf(format, dataset)).values()];

it('has a hundred payloads and more, each once', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(100);
  expect(new Set(payloads).size).toBe(payloads.length);
});

describe('articles made of it', () => {
  it.each(hostileFiles.map((file) => [file.name, file] as const))(
    '%s is words alone',
    async (_name, file) => {
      const { body, metadata } = await articleIn(readArticle(file));
      expect(body.text.length).toBeGreaterThan(1_000);
      expect(body.text).toContain('hostile');
      expect(body.text.isWellFormed()).toBe(true);
      expect(JSON.stringify(metadata ?? {}).length).toBeLessThan(100_000);
      expect(Object.hasOwn(Object.prototype, 'hostile')).toBe(false);
    },
  );
});

describe('what is written of it', () => {
  it('a report holds it as text: no element, attribute or address of its making', async () => {
    for (const html of await written(report)) {
      const { document } = parseHTML(html);
      expect(
        [
          ...document.querySelectorAll(
            'script,img,iframe,object,embed,svg,math,link,base,form,video,audio,template',
          ),
        ].map(String),
      ).toEqual([]);
      const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].map(({ name, value }) => [name, value] as const),
      );
      expect(attributes.filter(([name]) => /^(?:on|style$|src|action|formaction|srcdoc)/.test(name))).toEqual(
        [],
      );
      expect(attributes.filter(([name, value]) => name === 'href' && !value.startsWith('#'))).toEqual([]);
      expect(document.querySelectorAll('style')).toHaveLength(1);
      expect(document.querySelectorAll('meta[http-equiv]')).toHaveLength(1);
    }
  });

  it('a table begins no cell as a formula would', async () => {
    const cells = (await written(csv)).flatMap(
      (text) => text.match(/(?:^|,)(?:"(?:[^"]|"")*"|[^,\r\n"]*)/gm) ?? [],
    );
    expect(cells.length).toBeGreaterThan(1_000);
    expect(cells.filter((cell) => /^,?"?[=+@＝\t]/.test(cell))).toEqual([]);
  });

  it.each(formats.filter(({ writer }) => writer !== undefined).map((format) => [format.id, format] as const))(
    '%s writes all of it, under names that stay in their folder',
    async (_id, format) => {
      const files = await filesOf(format, dataset);
      expect(files.size).toBeGreaterThan(0);
      for (const name of files.keys()) {
        expect(name.split(/[\\/]/)).not.toContain('..');
        expect(name).not.toMatch(/^[\\/~]|^[A-Za-z]:|\0/);
      }
      expect(({} as Record<string, unknown>).hostile).toBeUndefined();
    },
  );
});
