import { publicationMetadata } from './publication-date.ts';

/** What documents call what articles keep under four keys of their own. */
const known: ReadonlyMap<string, 'date' | 'author' | 'outlet' | 'url'> = new Map(
  Object.entries({
    date: 'date pubdate pubdate published publishdate publisheddate publicationdate datepublished publishedat publishedon created datum issued',
    author: 'author authors byline creator creators writer autor auteur',
    outlet: 'outlet publisher publication source site sitename newspaper medium media journal',
    url: 'url link permalink canonical canonicalurl sourceurl originalurl href address',
  } as const).flatMap(([key, names]) => names.split(' ').map((name) => [name, keyOf(key)] as const)),
);

function keyOf(key: string): 'date' | 'author' | 'outlet' | 'url' {
  return key === 'date' || key === 'author' || key === 'outlet' ? key : 'url';
}

/** The key of an article’s metadata that a field of that name is about, or undefined. Case, blanks, hyphens and underscores do not count. */
export function knownKey(name: string): 'date' | 'author' | 'outlet' | 'url' | undefined {
  return known.get(name.toLowerCase().replace(/[\s_-]/g, ''));
}

/** Fields of a document as metadata of an article: known ones under the keys that articles have, others as they are. Of two for one key the first counts. */
export function metadataOf(fields: Iterable<readonly [name: string, value: string]>): Record<string, string> {
  const metadata = new Map<string, string>();
  const add = (key: string, value: string) => {
    if (value.trim() !== '' && !metadata.has(key)) metadata.set(key, value);
  };
  for (const [name, value] of fields) {
    const key = knownKey(name);
    const dated = key === 'date' ? publicationMetadata(value) : {};
    if (key === undefined) add(name, value);
    else if (key !== 'date') add(key, value);
    else if (dated.date === undefined) add(name, value);
    else {
      add('date', dated.date);
      if (dated.published !== undefined) add('published', dated.published);
    }
  }
  return Object.fromEntries(metadata);
}
