import { publicationDay, publicationMetadata } from '../extraction/publication-date.ts';
import { type HtmlElement, type HtmlNode, visit } from './html-node.ts';

/** What a page says of itself in its head and in elements made for it. */
export interface PageMetadata {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
  /** As written. */
  readonly published?: string | undefined;
}

/** Names of `meta` elements, the surest first: Open Graph, Dublin Core, schema.org, and what publishing systems write. */
const titles = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'parsely-title',
  'title',
  'headline',
];
const authors = [
  'author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'article:author',
  'sailthru.author',
  'byl',
];
const outlets = ['og:site_name', 'application-name', 'dc.publisher', 'publisher', 'cre', 'twitter:site'];
const dates =
  'article:published_time og:article:published_time datepublished article:published dcterms.issued dcterms.created dc.date.issued dc.date dcterms.date parsely-pub-date sailthru.date pubdate publishdate publish-date publication_date date article:modified_time'.split(
    ' ',
  );

/** Reads what a page says of itself; nothing of it is looked up anywhere. */
export function pageMetadata(root: HtmlNode): PageMetadata {
  const metas = new Map<string, string>();
  let canonical: string | undefined;
  let time: string | undefined;
  let documentTitle = '';
  let isTitle = false;
  visit(root, {
    enter(element) {
      const name = element.localName;
      if (name === 'meta') gatherMeta(element, metas);
      else if (name === 'link' && (element.getAttribute('rel') ?? '').toLowerCase() === 'canonical')
        canonical ??= address(element.getAttribute('href'));
      else if (name === 'time') time ??= timeOf(element);
      else if (name === 'title' && documentTitle === '') isTitle = true;
      return name !== 'svg' && name !== 'script' && name !== 'style';
    },
    leave(element) {
      if (element.localName === 'title') isTitle = false;
    },
    text(text) {
      if (isTitle) documentTitle += text;
    },
  });
  const first = (names: readonly string[]) =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const author = authors
    .map((name) => metas.get(name))
    .find((value) => value !== undefined && !isAddress(value));
  return {
    title: first(titles) ?? documentTitle,
    author,
    outlet: first(outlets),
    url: canonical ?? address(metas.get('og:url')),
    published:
      dates
        .map((name) => metas.get(name))
        .find((value) => value !== undefined && publicationDay(value) !== undefined) ?? time,
  };
}

/** Under the keys that an article’s metadata have. */
export function articleMetadata({ author, outlet, url, published }: PageMetadata) {
  return {
    ...publicationMetadata(published),
    outlet,
    author: author?.replace(/^\s*by\s+(?=\p{Lu})/iu, ''),
    url,
  };
}

function gatherMeta(element: HtmlElement, metas: Map<string, string>): void {
  const content = element.getAttribute('content')?.trim();
  if (content === undefined || content === '') return;
  const names = `${element.getAttribute('property') ?? ''} ${element.getAttribute('name') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
  for (const name of names.toLowerCase().split(/\s+/))
    if (name !== '' && !metas.has(name)) metas.set(name, content);
}

/** Of a `time` that is said to be that of publication, or of one in no list of other articles: its machine-readable value. */
function timeOf(element: HtmlElement): string | undefined {
  const value = element.getAttribute('datetime') ?? element.getAttribute('content');
  if (value === null || publicationDay(value) === undefined) return undefined;
  const marks = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('class') ?? ''}`;
  return element.getAttribute('pubdate') !== null || /publish|date-?posted|entry-date|pubdate/i.test(marks)
    ? value
    : undefined;
}

function address(value: string | null | undefined): string | undefined {
  return value !== null && value !== undefined && isAddress(value.trim()) ? value.trim() : undefined;
}

function isAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]+\S*$/i.test(value);
}
