import { type HtmlElement, type HtmlNode, visit } from './html-node.ts';

/** What stands in the cells of tables that only lay a page out. */
const contents = new Set('table ul ol h1 h2 h3 h4 h5 h6 blockquote pre article section form'.split(' '));

interface OpenTable {
  readonly table: HtmlElement;
  isLayout: boolean;
  /** Cells of the current row, and of the longest. */
  cells: number;
  widest: number;
  paragraphs: number;
}

/** The tables whose rows say something together; others only place things on the page. One walk, however they are nested. */
export function dataTables(root: HtmlNode): Set<HtmlElement> {
  const found = new Set<HtmlElement>();
  const open: OpenTable[] = [];
  visit(root, {
    enter(element) {
      const name = element.localName;
      const innermost = open.at(-1);
      if (innermost !== undefined) {
        if (contents.has(name)) innermost.isLayout = true;
        if (name === 'tr') innermost.cells = 0;
        if (name === 'td' || name === 'th') {
          innermost.cells += 1;
          innermost.paragraphs = 0;
          innermost.widest = Math.max(innermost.widest, innermost.cells);
        }
        if (name === 'p') {
          innermost.paragraphs += 1;
          if (innermost.paragraphs > 1) innermost.isLayout = true;
        }
      }
      if (name === 'table') {
        const role = element.getAttribute('role');
        const isLayout = role === 'presentation' || role === 'none';
        open.push({ table: element, isLayout, cells: 0, widest: 0, paragraphs: 0 });
      }
      return true;
    },
    leave(element) {
      if (element.localName !== 'table') return;
      const ended = open.pop();
      if (ended !== undefined && !ended.isLayout && ended.widest > 1) found.add(ended.table);
    },
  });
  return found;
}
