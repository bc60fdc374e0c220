import type { Identifier } from '../../model/identifier.ts';
import {
  dateAttribute,
  entityAttribute,
  noSpeakerAttribute,
  placeAttribute,
} from '../../model/known-attributes.ts';
import { deriveBlocks } from '../../text/blocks.ts';
import { directionOf } from '../../text/direction.ts';
import { count } from '../../text/number-words.ts';
import { CodePointMap } from '../../text/offsets.ts';
import { escapeAttribute, escapeText } from '../../xml/xml-escape.ts';
import type { DatasetArticle, DatasetRelation, DatasetSpan } from '../dataset-schema.ts';
import { attributeWords, dateWords, placeWords } from './attribute-words.ts';
import { excerpt, foreign } from './html.ts';
import { MarkedText, type SpanLook } from './marked-text.ts';
import type { ReportContext } from './report-context.ts';

interface Block {
  readonly kind: ReturnType<typeof deriveBlocks>[number]['kind'];
  readonly start: number;
  readonly end: number;
}

/** One article as HTML: its text with marks, in the margin an entry for each claim, below it what else was tagged. */
export function articleHtml(article: DatasetArticle, context: ReportContext): string {
  return new ArticleHtml(article, context).html();
}

class ArticleHtml {
  readonly #article: DatasetArticle;
  readonly #context: ReportContext;
  readonly #number: number;
  readonly #spans: ReadonlyMap<Identifier, DatasetSpan>;
  readonly #claims: readonly DatasetSpan[];
  /** Claim → its number in the article. */
  readonly #claimNumbers: ReadonlyMap<Identifier, number>;
  /** Span → the number of an entry of its own. */
  readonly #otherNumbers = new Map<Identifier, number>();
  readonly #relationsOf = new Map<Identifier, DatasetRelation[]>();
  /** Span that says, is where or is when → the first claim that it belongs to, and its number among such. */
  readonly #claimOf = new Map<Identifier, { readonly claim: Identifier; readonly number: number }>();

  constructor(article: DatasetArticle, context: ReportContext) {
    this.#article = article;
    this.#context = context;
    this.#number = context.nextArticle();
    const spans = [...(article.spans ?? [])].sort((a, b) => a.start - b.start || b.end - a.end);
    this.#spans = new Map(spans.map((span) => [span.id, span]));
    this.#claims = spans.filter(({ tag }) => context.tags.claims.has(tag));
    this.#claimNumbers = new Map(this.#claims.map(({ id }, i) => [id, i + 1]));
    for (const relation of article.relations ?? []) this.#addRelation(relation);
    const others = spans.filter(({ id }) => !this.#claimNumbers.has(id) && !this.#claimOf.has(id));
    for (const [i, { id }] of others.entries()) this.#otherNumbers.set(id, i + 1);
    context.countArticle(
      article,
      this.#claims,
      (claim) => this.#speakersOf(claim),
      (claim) => this.#entryId(claim.id),
      this.#id,
    );
  }

  get #id(): string {
    return `a${this.#number}`;
  }

  html(): string {
    const { direction, text } = this.#article;
    const looks = [...this.#spans.values()].map((span): SpanLook => {
      const number = this.#claimNumbers.get(span.id);
      return {
        span,
        href: `#${this.#entryId(span.id)}`,
        anchor: this.#markId(span.id),
        label: number === undefined ? this.#context.tags.of(span.tag).label : String(number),
      };
    });
    const marked = new MarkedText(this.#article, looks, this.#context.tags);
    const found = this.#blocks();
    // A text of white space alone has no block, and its annotations are to stand somewhere.
    const blocks: typeof found =
      found.length > 0 ? found : [{ kind: 'paragraph', start: 0, end: text.length }];
    const isTitled = blocks.some(({ kind }) => kind === 'title');
    const heading = isTitled ? '' : `<h2>${escapeText(this.#article.title || 'Untitled')}</h2>`;
    let next = 0;
    const map = CodePointMap.of(text);
    const rows = blocks.map((block, i) => {
      const limit = blocks[i + 1]?.start ?? Number.POSITIVE_INFINITY;
      const entries: string[] = [];
      for (
        let claim = this.#claims[next];
        claim !== undefined && map.toUtf16(claim.start) < limit;
        claim = this.#claims[next]
      ) {
        entries.push(this.#claimEntry(claim));
        next++;
      }
      const aside = entries.length === 0 ? '' : `<aside dir="ltr">${entries.join('')}</aside>`;
      return `<div class="row">${this.#block(block, marked.html(block.start, block.end))}${aside}</div>`;
    });
    const dir = direction ?? directionOf(text);
    const body = `${heading}${this.#meta()}<div dir="${dir}">\n${rows.join('\n')}\n</div>`;
    return `<article id="${this.#id}" dir="${dir}">\n${body}${this.#others()}</article>\n`;
  }

  #addRelation(relation: DatasetRelation): void {
    const { type, from, to } = relation;
    for (const end of new Set([from, to])) {
      const list = this.#relationsOf.get(end);
      if (list === undefined) this.#relationsOf.set(end, [relation]);
      else list.push(relation);
    }
    const [claim, part] = type === 'says' ? [to, from] : [from, to];
    const isPart =
      /^(?:says|at|on)$/.test(type) && this.#claimNumbers.has(claim) && !this.#claimNumbers.has(part);
    if (isPart && !this.#claimOf.has(part))
      this.#claimOf.set(part, { claim, number: this.#claimOf.size + 1 });
  }

  /** Blocks as they are drawn, in UTF-16 units. */
  #blocks(): readonly Block[] {
    const { text, blocks } = this.#article;
    if (blocks === undefined) return deriveBlocks(text);
    const map = CodePointMap.of(text);
    return blocks.map(({ kind, start, end }) => ({ kind, start: map.toUtf16(start), end: map.toUtf16(end) }));
  }

  #block({ kind }: Block, html: string): string {
    switch (kind) {
      case 'title':
        return `<h2>${html}</h2>`;
      case 'heading':
        return `<h3>${html}</h3>`;
      case 'quote':
        return `<blockquote>${html}</blockquote>`;
      case 'attribution':
        return `<p class="by">${html}</p>`;
      case 'continuation':
        return `<p class="cont">${html}</p>`;
      default:
        return `<p>${html}</p>`;
    }
  }

  #meta(): string {
    const { metadata = {}, state, labels = [], note, spans = [] } = this.#article;
    const states: Readonly<Record<string, string>> = {
      todo: 'to do',
      inProgress: 'in progress',
      done: 'done',
      discuss: 'to discuss',
    };
    const facts = [
      ...Object.entries(metadata)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${foreign(name)}: ${foreign(value)}`),
      ...(state === undefined ? [] : [states[state] ?? state]),
      ...labels.map((label) => foreign(label)),
      `${count(spans.length, 'annotation')}, ${count(this.#claims.length, 'claim')}, ${this.#claims.filter((claim) => this.#speakersOf(claim).length > 0).length} with a speaker`,
    ];
    const noted = note ? `<br><span class="note" dir="auto">${escapeText(note)}</span>` : '';
    return `<p class="meta" dir="ltr">${facts.join(' · ')}${noted}</p>`;
  }

  #entryId(span: Identifier): string {
    const claim = this.#claimNumbers.has(span) ? span : this.#claimOf.get(span)?.claim;
    if (claim !== undefined) return `${this.#id}-e${this.#claimNumbers.get(claim) ?? 0}`;
    return `${this.#id}-o${this.#otherNumbers.get(span) ?? 0}`;
  }

  #markId(span: Identifier): string {
    const number = this.#claimNumbers.get(span);
    if (number !== undefined) return `${this.#id}-c${number}`;
    const part = this.#claimOf.get(span);
    return part === undefined
      ? `${this.#id}-m${this.#otherNumbers.get(span) ?? 0}`
      : `${this.#id}-p${part.number}`;
  }

  /** Who says the claim, where and when: the other ends of its relations of that type. */
  #linked(claim: DatasetSpan, type: string): DatasetSpan[] {
    const ends = (this.#relationsOf.get(claim.id) ?? []).flatMap((relation) => {
      if (relation.type !== type) return [];
      const [own, other] = type === 'says' ? [relation.to, relation.from] : [relation.from, relation.to];
      const span = own === claim.id ? this.#spans.get(other) : undefined;
      return span === undefined ? [] : [span];
    });
    return [...new Set(ends)].sort((a, b) => a.start - b.start);
  }

  #speakersOf(claim: DatasetSpan): DatasetSpan[] {
    return this.#linked(claim, 'says');
  }

  #claimEntry(claim: DatasetSpan): string {
    const number = this.#claimNumbers.get(claim.id) ?? 0;
    const { className } = this.#context.tags.of(claim.tag);
    const speakers = this.#speakersOf(claim).map((span) => this.#speaker(span));
    const isNobody = claim.attributes?.[noSpeakerAttribute] === true;
    const who =
      speakers.length > 0
        ? `<span class="who">${speakers.join(', ')}</span>`
        : `<span class="none">${isNobody ? 'no speaker is named' : 'no speaker yet'}</span>`;
    const where = this.#linked(claim, 'at').map((span) =>
      this.#withValue(span, placeWords(span.attributes?.[placeAttribute])),
    );
    const when = this.#linked(claim, 'on').map((span) =>
      this.#withValue(span, dateWords(span.attributes?.[dateAttribute])),
    );
    const circumstances = [...where, ...when].join(' · ');
    const parts = ['says', 'at', 'on'].flatMap((type) => this.#linked(claim, type));
    return `<section class="entry ${className}" id="${this.#entryId(claim.id)}" data-id="${escapeAttribute(claim.id)}"><a class="n" href="#${this.#markId(claim.id)}" aria-label="Claim ${number}, in the text">${number}</a>${who}${
      circumstances === '' ? '' : `<p>${circumstances}</p>`
    }${this.#details(claim)}${parts.map((part) => this.#partDetails(part)).join('')}${this.#relationLines(claim)}</section>`;
  }

  #speaker(span: DatasetSpan): string {
    const entity = this.#context.entity(span.attributes?.[entityAttribute]);
    const words = foreign(excerpt(span.text, 80));
    return entity === undefined || entity.name === span.text ? words : `${foreign(entity.name)} (“${words}”)`;
  }

  #withValue(span: DatasetSpan, value: string | undefined): string {
    const words = foreign(excerpt(span.text, 80));
    return value === undefined || value === span.text ? words : `${words} → ${foreign(value)}`;
  }

  /** What is said of a span beside its links: attributes, flag and annotator, then its note. */
  #details(span: DatasetSpan, shown: readonly string[] = []): string {
    const { tag } = this.#context.tags.of(span.tag);
    const { note, flagged, annotator } = span;
    const attributes = Object.entries(span.attributes ?? {}).filter(([id]) => !shown.includes(id));
    const words = attributeWords(
      Object.fromEntries(attributes),
      tag.attributes,
      (id) => this.#context.entity(id)?.name ?? id,
    );
    const facts = [
      ...words.map(([name, value]) => `${foreign(name)}: ${foreign(value)}`),
      ...(flagged ? ['flagged'] : []),
      ...(annotator === undefined || !this.#context.hasAnnotators
        ? []
        : [`by ${foreign(this.#context.annotator(annotator))}`]),
    ];
    const noted = note ? `<p class="note" dir="auto">${escapeText(note)}</p>` : '';
    return (facts.length === 0 ? '' : `<p>${facts.join(' · ')}</p>`) + noted;
  }

  /** What is said of a speaker, place or date of a claim beyond its words and value. */
  #partDetails({ tag, text, note, flagged }: DatasetSpan): string {
    if (!note && !flagged) return '';
    const flag = flagged ? ' (flagged)' : '';
    return `<p class="note" dir="auto">${foreign(`${this.#context.tags.of(tag).tag.name}, ${excerpt(text, 40)}`)}${flag}${note ? `: ${escapeText(note)}` : ''}</p>`;
  }

  /** Relations other than who says it, where and when. */
  #relationLines({ id }: DatasetSpan): string {
    return (this.#relationsOf.get(id) ?? [])
      .filter((relation) => !this.#isShown(relation))
      .map((relation) => {
        const isFrom = relation.from === id;
        const other = this.#spans.get(isFrom ? relation.to : relation.from);
        if (other === undefined) return '';
        const name = foreign(this.#context.tags.relation(relation.type));
        const number = this.#claimNumbers.get(other.id);
        const words = `<a href="#${this.#entryId(other.id)}">${number === undefined ? '' : `${number} `}${foreign(excerpt(other.text, 60))}</a>`;
        const values = attributeWords(
          relation.attributes ?? {},
          [],
          (entity) => this.#context.entity(entity)?.name ?? entity,
        );
        const more = values.map(([key, value]) => ` · ${foreign(key)}: ${foreign(value)}`).join('');
        return `<p>${isFrom ? `${name} → ${words}` : `${words} ${name} → this`}${more}</p>`;
      })
      .join('');
  }

  /** True for relations that the entry of a claim says in its first lines. */
  #isShown({ type, from, to }: DatasetRelation): boolean {
    const claim = type === 'says' ? to : from;
    return /^(?:says|at|on)$/.test(type) && this.#claimNumbers.has(claim);
  }

  #others(): string {
    const others = [...this.#otherNumbers.keys()].flatMap((id) => this.#spans.get(id) ?? []);
    if (others.length === 0) return '';
    const entries = others.map((span) => {
      const { tag, className } = this.#context.tags.of(span.tag);
      const value =
        dateWords(span.attributes?.[dateAttribute]) ?? placeWords(span.attributes?.[placeAttribute]);
      return `<section class="entry ${className}" id="${this.#entryId(span.id)}" data-id="${escapeAttribute(span.id)}"><a class="n" href="#${this.#markId(span.id)}">${escapeText(tag.name)}</a><span class="said">${this.#withValue(span, value)}</span>${this.#details(span, [dateAttribute, placeAttribute])}${this.#relationLines(span)}</section>`;
    });
    return `<h4 dir="ltr">Also tagged</h4>\n<div class="facts" dir="ltr">${entries.join('\n')}</div>\n`;
  }
}
