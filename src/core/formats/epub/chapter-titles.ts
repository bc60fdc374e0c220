import { partPath } from '../extraction/part-path.ts';
import type { ZipParts } from '../extraction/zip-parts.ts';
import { type HtmlElement, isElement, visit } from '../html/html-node.ts';
import { parsePage } from '../html/parse-page.ts';
import type { PackageDocument } from './package-document.ts';

/** What a book's table of contents calls its parts, by their names in the ZIP; the first entry that leads to a part counts. */
export function chapterTitles(
  parts: ZipParts,
  { navigation, ncx }: PackageDocument,
): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  if (navigation !== undefined) fromNavigation(parts, navigation, titles);
  if (titles.size === 0 && ncx !== undefined) fromNcx(parts, ncx, titles);
  return titles;
}

function fromNavigation(parts: ZipParts, name: string, titles: Map<string, string>): void {
  const text = parts.xmlText(name);
  if (!text.ok || text.value === undefined) return;
  let link: { name: string; title: string } | undefined;
  visit(parsePage(text.value).documentElement, {
    enter(element: HtmlElement) {
      const href = element.localName === 'a' ? element.getAttribute('href') : null;
      if (href !== null) link = { name: partPath(name, href), title: '' };
      return isElement(element);
    },
    leave(element) {
      if (element.localName !== 'a' || link === undefined) return;
      add(titles, link.name, link.title);
      link = undefined;
    },
    text(found) {
      if (link !== undefined) link.title += found;
    },
  });
}

function fromNcx(parts: ZipParts, name: string, titles: Map<string, string>): void {
  let label = '';
  let isLabel = false;
  const open: string[] = [];
  parts.readXml(name, {
    open({ local, attributes }) {
      open.push(local);
      if (local === 'navLabel') {
        isLabel = true;
        label = '';
      } else if (local === 'content') add(titles, partPath(name, attributes.get('src') ?? ''), label);
    },
    text(text) {
      if (isLabel) label += text;
    },
    close() {
      if (open.pop() === 'navLabel') isLabel = false;
    },
  });
}

function add(titles: Map<string, string>, name: string, title: string): void {
  const words = title.slice(0, 1_000).replace(/\s+/g, ' ').trim();
  if (words !== '' && !titles.has(name)) titles.set(name, words);
}
