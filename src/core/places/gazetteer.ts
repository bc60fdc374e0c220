/** What a place is: towns are capitals of countries, seats of regions, or neither; areas are continents, seas and the like. */
export type PlaceKind = 'country' | 'region' | 'capital' | 'seat' | 'town' | 'area';

const kinds: ReadonlySet<string> = new Set<PlaceKind>([
  'country',
  'region',
  'capital',
  'seat',
  'town',
  'area',
]);

/** Names whose places are kept at hand. */
const mostKnown = 4_096;

/** A place that the gazetteer knows. */
export interface Place {
  /** Whose id it is: `geonames`, `geonames-admin1`, `iso3166`, or `ascribe` for areas. */
  readonly source: string;
  readonly id: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2; empty for an area. */
  readonly country: string;
  /** GeoNames' code of the first-level region, country and dot included; empty for countries and areas. */
  readonly region: string;
  /** Degrees, WGS 84. Of a country or region the middle of where its towns' people live. */
  readonly latitude: number;
  readonly longitude: number;
  /** Inhabitants; of a country or region those of its towns that are in the gazetteer. */
  readonly population: number;
  readonly name: string;
}

/**
 * Names and places, looked up in the text of the gazetteer itself, so that nothing has to be made of it first: names stand in order there, and are found by halving.
 * `scripts/gazetteer/gazetteer.mjs` writes that text, and describes it.
 */
export class Gazetteer {
  readonly #text: string;
  /** Where the names begin, in UTF-16 units. */
  readonly #names: number;
  /** Where each place's line begins. */
  readonly #lines: Uint32Array;
  readonly #byId = new Map<string, Place>();
  /** What was looked up lately: an article names few places often. */
  readonly #known = new Map<string, Place[]>();

  /**
   * @param text as the build writes it
   * @throws Error when it is no gazetteer
   */
  constructor(text: string) {
    const end = text.indexOf('\n\n');
    if (end < 0 || !text.endsWith('\n')) throw new Error('The gazetteer is not whole.');
    this.#text = text;
    this.#names = end + 2;
    const lines = [0];
    for (let at = text.indexOf('\n'); at < end; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
    this.#lines = Uint32Array.from(lines);
  }

  /** The places that go by exactly this name, the one with most inhabitants first. */
  named(name: string): readonly Place[] {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const lines = this.#linesOf(name);
    const places = lines === undefined ? [] : lines.split(' ').map((line) => this.#placeAt(Number(line)));
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(name, places);
    return places;
  }

  /** The country with an ISO 3166-1 code, or the region with one of GeoNames'; undefined when there is none. */
  area(id: string): Place | undefined {
    if (this.#byId.size === 0) {
      for (const line of this.#lines.keys()) {
        const place = this.#placeAt(line);
        // Countries and regions come first.
        if (place.kind !== 'country' && place.kind !== 'region') break;
        this.#byId.set(place.id, place);
      }
    }
    return this.#byId.get(id);
  }

  #linesOf(name: string): string | undefined {
    const text = this.#text;
    let [from, to] = [this.#names, text.length];
    while (from < to) {
      const start = Math.max(from, text.lastIndexOf('\n', ((from + to) >> 1) - 1) + 1);
      const tab = text.indexOf('\t', start);
      const here = text.slice(start, tab);
      const end = text.indexOf('\n', tab);
      if (here === name) return text.slice(tab + 1, end);
      if (here < name) from = end + 1;
      else to = start;
    }
    return undefined;
  }

  #placeAt(line: number): Place {
    const start = this.#lines[line] ?? 0;
    const cells = this.#text.slice(start, this.#text.indexOf('\n', start)).split('\t');
    const [source = '', id = '', kind = '', country = '', region = ''] = cells;
    const [latitude, longitude, population, name = ''] = cells.slice(5);
    if (!isKind(kind)) throw new Error(`The gazetteer is not whole: line ${line}.`);
    return {
      ...{ source, id, kind, country, region, name },
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: Number(population),
    };
  }
}

function isKind(kind: string): kind is PlaceKind {
  return kinds.has(kind);
}
