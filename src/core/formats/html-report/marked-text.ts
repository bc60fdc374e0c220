import { CodePointMap } from '../../text/offsets.ts';
import { escapeAttribute, escapeText } from '../../xml/xml-escape.ts';
import type { DatasetArticle, DatasetSpan } from '../dataset-schema.ts';
import { underlineLevels } from './report-style.ts';
import type { ReportTags } from './report-tags.ts';

/** More spans over one stretch are not drawn; all of them have their entries. */
const mostOverOne = 8;

/** How the report draws and links one span. */
export interface SpanLook {
  readonly span: DatasetSpan;
  /** Where a click on it leads. */
  readonly href: string;
  /** The id of its first mark, to which its entry leads back. */
  readonly anchor: string;
  /** What stands after it: the number of a claim, the label of a tag. */
  readonly label: string;
}

interface Piece {
  readonly look: SpanLook;
  /** UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly level: number;
}

/** Draws stretches of an article’s text with the marks of the spans over them. */
export class MarkedText {
  readonly #text: string;
  readonly #map: CodePointMap;
  readonly #tags: ReportTags;
  readonly #pieces: readonly Piece[];
  #next = 0;
  #over: Piece[] = [];

  constructor(article: DatasetArticle, looks: readonly SpanLook[], tags: ReportTags) {
    this.#text = article.text;
    this.#map = CodePointMap.of(article.text);
    this.#tags = tags;
    this.#pieces = this.#piecesOf(looks);
  }

  /** The stretch as HTML. Stretches must be asked for in the order of the text. @param start UTF-16 units, as `end` */
  html(start: number, end: number): string {
    let html = '';
    let at = start;
    while (at < end) {
      for (
        let piece = this.#pieces[this.#next];
        piece !== undefined && piece.start <= at;
        piece = this.#pieces[this.#next]
      ) {
        this.#next++;
        this.#over.push(piece);
      }
      this.#over = this.#over.filter((piece) => piece.end > at);
      let until = Math.min(end, this.#pieces[this.#next]?.start ?? end);
      for (const piece of this.#over) until = Math.min(until, piece.end);
      html += this.#segment(at, until);
      at = until;
    }
    return html;
  }

  #segment(start: number, end: number): string {
    const words = escapeText(this.#text.slice(start, end));
    const over = [...this.#over].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(-mostOverOne);
    const shortest = over.at(-1);
    if (shortest === undefined) return words;
    // Links cannot stand in one another: the shortest span over the words is the one that a click means.
    let html = over.reduceRight((inner, piece, i) => {
      const { tag, className } = this.#tags.of(piece.look.span.tag);
      const isLink = i === over.length - 1;
      const begins = piece.start === start;
      const classes = ['m', className, `u${piece.level}`, ...(begins ? ['b'] : [])].join(' ');
      const id = begins && piece.isFirst ? ` id="${piece.look.anchor}"` : '';
      const attributes = `class="${classes}"${id} title="${escapeAttribute(tag.name)}"`;
      return isLink
        ? `<a ${attributes} href="${piece.look.href}">${inner}</a>`
        : `<span ${attributes}>${inner}</span>`;
    }, words);
    for (const piece of [...over].reverse()) {
      if (piece.end !== end || !piece.isLast) continue;
      const { tag, className } = this.#tags.of(piece.look.span.tag);
      const name = escapeAttribute(`${tag.name} ${piece.look.label}`);
      html += `<a class="k ${className}" href="${piece.look.href}" aria-label="${name}">${escapeText(piece.look.label)}</a>`;
    }
    return html;
  }

  /** Every stretch of every span, in order; underlines that meet get levels of their own. */
  #piecesOf(looks: readonly SpanLook[]): Piece[] {
    const stretches = looks.flatMap((look) => {
      const { start, end, fragments = [{ start, end }] } = look.span;
      return fragments.map((fragment, i) => ({
        look,
        start: this.#map.toUtf16(fragment.start),
        end: this.#map.toUtf16(fragment.end),
        isFirst: i === 0,
        isLast: i === fragments.length - 1,
      }));
    });
    stretches.sort((a, b) => a.start - b.start || b.end - a.end);
    const ends: number[] = [];
    return stretches.map((stretch) => {
      if (this.#tags.of(stretch.look.span.tag).tag.mark === 'wash') return { ...stretch, level: 0 };
      let level = 0;
      while (level < underlineLevels - 1 && (ends[level] ?? 0) > stretch.start) level++;
      ends[level] = Math.max(ends[level] ?? 0, stretch.end);
      return { ...stretch, level };
    });
  }
}
