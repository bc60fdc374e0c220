import { expect, test } from 'vitest';
import { Gazetteer } from '../../../src/core/places/gazetteer.ts';
import { builtGazetteer } from './built-gazetteer.ts';

const gazetteer = new Gazetteer(builtGazetteer());

test('knows countries, regions, towns and areas by their names, also by those in other languages', () => {
  expect(gazetteer.named('France')[0]).toMatchObject({ kind: 'country', id: 'FR', source: 'iso3166' });
  expect(gazetteer.named('Deutschland')[0]).toMatchObject({ id: 'DE' });
  expect(gazetteer.named('Bavaria')[0]).toMatchObject({ kind: 'region', id: 'DE.02', country: 'DE' });
  expect(gazetteer.named('Kiev')[0]).toMatchObject({ name: 'Kyiv', kind: 'capital', source: 'geonames' });
  expect(gazetteer.named('Київ')[0]).toMatchObject({ name: 'Kyiv' });
  expect(gazetteer.named('New York')[0]).toMatchObject({ name: 'New York', country: 'US' });
  expect(gazetteer.named('Middle East')[0]).toMatchObject({ kind: 'area' });
  expect(gazetteer.named('Xyzzyville')).toEqual([]);
});

test('gives all places of a name, the one with most inhabitants first, and where they are', () => {
  const [first, ...others] = gazetteer.named('Paris');
  expect(first).toMatchObject({ country: 'FR', kind: 'capital' });
  expect(first?.latitude).toBeCloseTo(48.85, 1);
  expect(first?.longitude).toBeCloseTo(2.35, 1);
  expect(others.map(({ country }) => country)).toContain('US');
  expect(gazetteer.area('US.TX')?.name).toBe('Texas');
  expect(gazetteer.area('XX')).toBeUndefined();
});

test('finds each of its names, the first and the last too, and nothing between them', () => {
  const text = builtGazetteer();
  const names = text
    .slice(text.indexOf('\n\n') + 2)
    .trimEnd()
    .split('\n');
  const some = [names[0], names.at(-1), ...names.filter((_, at) => at % 997 === 0)];
  for (const line of some) {
    const name = line?.split('\t')[0] ?? '';
    expect(gazetteer.named(name), name).not.toEqual([]);
    expect(gazetteer.named(`${name}\u0001`), name).toEqual([]);
  }
});

test('keeps every name on a line of its own, with lines that are there', () => {
  const [places = '', names = ''] = builtGazetteer().split('\n\n');
  const count = places.split('\n').length;
  expect(count).toBeGreaterThan(30_000);
  for (const line of names.trimEnd().split('\n')) {
    expect(line).toMatch(/^\p{Lu}[^\t]*\t\d+(?: \d+)*$/u);
    for (const at of (line.split('\t')[1] ?? '').split(' ')) expect(Number(at)).toBeLessThan(count);
  }
});

test('a text that is no gazetteer is refused', () => {
  expect(() => new Gazetteer('')).toThrow('not whole');
  expect(() => new Gazetteer('a\tb\n\nc\t0')).toThrow('not whole');
});
