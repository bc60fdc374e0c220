import { endOf, type Span, startOf } from '../../core/model/span.ts';
import { tagById } from '../../core/model/tag-set.ts';
import type { DrawnArticle } from './drawn-article.ts';
import { type Box, type LinkPath, linkPath, stubPath } from './link-path.ts';
import type { TextGeometry } from './text-geometry.ts';

const svg = 'http://www.w3.org/2000/svg';

interface Ends {
  readonly from: readonly Box[];
  readonly to: readonly { readonly boxes: readonly Box[]; readonly tag: string }[];
  /** Some end lies above, or below, all that is laid out. */
  readonly isUp: boolean;
  readonly isDown: boolean;
}

const nothing: Ends = { from: [], to: [], isUp: false, isDown: false };

/** Thin lines from the current span to those that it is linked to. They lie over the text, scroll with it and take no part in anything. */
export class LinkLines {
  readonly #scroller: HTMLElement;
  readonly #overlay: HTMLElement;
  readonly #drawn: DrawnArticle;
  readonly #geometry: TextGeometry;
  readonly #picture = document.createElementNS(svg, 'svg');
  #linked: readonly string[] = [];
  #ends = nothing;
  #revision = -1;
  #painted = '';

  constructor(scroller: HTMLElement, overlay: HTMLElement, drawn: DrawnArticle, geometry: TextGeometry) {
    this.#scroller = scroller;
    this.#overlay = overlay;
    this.#drawn = drawn;
    this.#geometry = geometry;
    this.#picture.setAttribute('class', 'article-links');
    this.#picture.setAttribute('aria-hidden', 'true');
    overlay.append(this.#picture);
  }

  /** @param linked ids of the spans that the current one is linked to */
  set(linked: readonly string[]): void {
    this.#linked = linked;
    this.#revision = -1;
  }

  /** Draws what is to be seen now. Only another `revision` has the ends measured anew. */
  place(revision: number): void {
    if (revision !== this.#revision) {
      this.#revision = revision;
      this.#ends = this.#measure();
    }
    const { from, to, isUp, isDown } = this.#ends;
    if (from.length === 0) {
      this.#paint([]);
      return;
    }
    const top = this.#scroller.scrollTop;
    const bottom = top + this.#scroller.clientHeight;
    const inSight = (boxes: readonly Box[]) => boxes.filter((box) => box.bottom > top && box.top < bottom);
    const start = inSight(from);
    let up = isUp;
    let down = isDown;
    const lines: { readonly path: LinkPath; readonly tag: string | null }[] = [];
    for (const { boxes, tag } of to) {
      const end = inSight(boxes);
      const path = linkPath(start, end);
      if (path !== null) lines.push({ path, tag });
      else if (end.length === 0) {
        if ((boxes[0]?.top ?? 0) < top) up = true;
        else down = true;
      }
    }
    for (const direction of ['up', 'down'] as const) {
      const stub = (direction === 'up' ? up : down) ? stubPath(start, direction) : null;
      if (stub !== null) lines.push({ path: stub, tag: null });
    }
    this.#paint(lines);
  }

  #measure(): Ends {
    const drawn = this.#drawn;
    const current = drawn.currentSpan === null ? undefined : drawn.spans.get(drawn.currentSpan);
    if (current === undefined || this.#linked.length === 0) return nothing;
    const { near, article } = drawn;
    const first = article.blocks[near.first]?.start ?? 0;
    const last = article.blocks[near.end - 1]?.end ?? 0;
    const others = this.#linked.flatMap((id) => drawn.spans.get(id) ?? []);
    const laidOut = others.filter((span) => endOf(span) > first && startOf(span) < last);
    return {
      from: this.#boxesOf(current),
      to: laidOut.map((span) => ({ boxes: this.#boxesOf(span), tag: span.tag })),
      isUp: others.some((span) => endOf(span) <= first),
      isDown: others.some((span) => startOf(span) >= last),
    };
  }

  /** Below the start of the page, which is what the scroll position counts from. */
  #boxesOf({ fragments }: Span): Box[] {
    const { left, top } = this.#overlay.getBoundingClientRect();
    return fragments.flatMap(({ start, end }) =>
      this.#geometry.rectsOf(start, end).map((rect) => ({
        left: rect.left - left,
        right: rect.right - left,
        top: rect.top - top,
        bottom: rect.bottom - top,
      })),
    );
  }

  #paint(lines: readonly { readonly path: LinkPath; readonly tag: string | null }[]): void {
    const key = lines.map(({ path, tag }) => `${tag} ${path.data}`).join();
    if (key === this.#painted) return;
    this.#painted = key;
    this.#picture.replaceChildren(
      ...lines.flatMap(({ path, tag }) => {
        const line = document.createElementNS(svg, 'path');
        line.setAttribute('d', path.data);
        this.#colour(line, tag);
        if (tag === null) return [line];
        const end = document.createElementNS(svg, 'circle');
        end.setAttribute('cx', String(path.end.x));
        end.setAttribute('cy', String(path.end.y));
        end.setAttribute('r', '2.2');
        this.#colour(end, tag);
        return [line, end];
      }),
    );
  }

  #colour(shape: SVGElement, tag: string | null): void {
    const colour = tag === null ? undefined : tagById(this.#drawn.tagSet, tag)?.colour;
    if (colour !== undefined)
      shape.style.setProperty('--link', `light-dark(${colour.light}, ${colour.dark})`);
  }
}
