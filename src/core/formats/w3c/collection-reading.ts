import type { DatasetDraft } from '../dataset-draft.ts';
import { idOfIri } from '../iri.ts';
import { recordName } from '../json/read-records.ts';
import { AnnotatedText } from './annotated-text.ts';
import { authorshipOf } from './authorship.ts';
import { type BodyContent, bodyContent } from './body-content.ts';
import { type SelectedPart, selectedPart } from './selected-part.ts';
import type { AnnotationTarget, WebAnnotation } from './web-annotation.ts';

interface Taken {
  readonly annotation: WebAnnotation;
  readonly line: number;
  /** Its id, or what it is called without one. */
  readonly name: string;
}

/** Where a span came in, for relations to find it. */
interface SpanPlace {
  readonly text: AnnotatedText;
  readonly id: string;
}

/** Members of an annotation that are read, or say nothing that a span has. */
const known = new Set(
  '@context id @id type @type motivation body bodyValue target creator created modified generator generated label'.split(
    ' ',
  ),
);

/** Brings annotations and the texts that they are about together, wherever in the file each stands. */
export class CollectionReading {
  readonly #draft: DatasetDraft;
  readonly #fileName: string;
  readonly #taken: Taken[] = [];
  /** By IRI; the text that no annotation names under the empty one. */
  readonly #texts = new Map<string, AnnotatedText>();
  readonly #spans = new Map<string, SpanPlace>();

  constructor(draft: DatasetDraft, fileName: string) {
    this.#draft = draft;
    this.#fileName = fileName;
  }

  take(annotation: WebAnnotation, line: number, number: number): void {
    this.#taken.push({ annotation, line, name: annotation.id ?? recordName(this.#fileName, number) });
    for (const { source, resource } of annotation.targets.flat()) {
      const text = resource?.value;
      if (
        source === undefined ||
        resource === undefined ||
        typeof text !== 'string' ||
        this.#texts.has(source)
      )
        continue;
      this.#texts.set(source, new AnnotatedText(this.#nameOf(source, 'text'), text, resource, line));
    }
  }

  /** Gives the text of a file beside this one to the annotations that are about it: by its name, else because they name no source or a single one. */
  supply(fileName: string, text: string | undefined): void {
    const missing = new Set<string>();
    for (const { annotation } of this.#taken) {
      if (isLink(annotation)) continue;
      for (const { source = '', selectors } of annotation.targets.flat())
        if (selectors.length > 0 && !this.#texts.has(source)) missing.add(source);
    }
    const named = [...missing].find((source) => source.endsWith(`/${fileName}`) || source === fileName);
    const [only, ...others] = missing;
    const source = named ?? (missing.has('') ? '' : others.length === 0 ? only : undefined);
    if (source === undefined || text === undefined) return;
    const id = source === '' ? fileName.replace(/\.txt$/i, '') : this.#nameOf(source, fileName);
    this.#texts.set(source, new AnnotatedText(id, text, {}, 1));
  }

  finish(): void {
    for (const taken of this.#taken) {
      for (const key of Object.keys(taken.annotation.value))
        if (!known.has(key)) this.#draft.unknown(`annotation.${key}`);
      if (!isLink(taken.annotation)) this.#annotate(taken);
    }
    for (const taken of this.#taken) if (isLink(taken.annotation)) this.#link(taken);
    for (const text of this.#texts.values()) text.addTo(this.#draft);
  }

  #annotate(taken: Taken): void {
    const { annotation } = taken;
    let content: BodyContent | undefined;
    let made: ReturnType<typeof authorshipOf> | undefined;
    for (const [i, parts] of annotation.targets.entries()) {
      const text = this.#textOf(taken, parts);
      if (text === undefined) continue;
      content ??= bodyContent(this.#draft, annotation);
      if (parts.every(({ selectors }) => selectors.length === 0)) {
        text.describe(this.#draft, annotation, content);
        continue;
      }
      const places = this.#placesOf(taken, text, parts);
      if (places === undefined) continue;
      made ??= authorshipOf(this.#draft, annotation.value);
      this.#addSpans(text, places, content, made, {
        ...taken,
        name: i === 0 ? taken.name : `${taken.name}/${i + 1}`,
      });
    }
  }

  /** The text that all parts of a target stand in; reports it if there is none. */
  #textOf(taken: Taken, parts: readonly AnnotationTarget[]): AnnotatedText | undefined {
    const sources = new Set(parts.map(({ source = '' }) => source));
    const [source = ''] = sources;
    const text = this.#texts.get(source);
    if (text !== undefined && sources.size === 1) return text;
    this.#refuse(
      taken,
      'span',
      sources.size > 1 && text !== undefined
        ? 'its parts stand in several sources'
        : source === ''
          ? 'it names no source, and no text lies beside the file'
          : `its source ${source.slice(0, 200)} is not included in the file`,
    );
    return undefined;
  }

  /** Parts in text order, those that touch made one; undefined, and reported, if one is nowhere. */
  #placesOf(taken: Taken, text: AnnotatedText, parts: readonly AnnotationTarget[]) {
    const places: SelectedPart[] = [];
    for (const { selectors } of parts) {
      const place = selectedPart(text.source, selectors);
      if (!place.ok) {
        this.#refuse(taken, 'span', place.reason);
        return undefined;
      }
      places.push(place.value);
    }
    if (places.some(({ isFound }) => isFound)) {
      const { line, name: id } = taken;
      const reason = 'its position does not read what it quotes; it was found by the quote';
      this.#draft.fault({ effect: 'mended', item: 'span', id, article: text.id, line, reason });
    }
    const apart: { start: number; end: number }[] = [];
    for (const { start, end } of places.sort((a, b) => a.start - b.start)) {
      const last = apart.at(-1);
      if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
      else apart.push({ start, end });
    }
    return apart;
  }

  /** A span for each tag; what is not tagged is called after why it was made. */
  #addSpans(
    text: AnnotatedText,
    fragments: readonly { readonly start: number; readonly end: number }[],
    { tags, notes, isFlagged, values }: BodyContent,
    made: ReturnType<typeof authorshipOf>,
    { annotation, line, name }: Taken,
  ): void {
    const [first, last] = [fragments[0], fragments.at(-1)];
    if (first === undefined || last === undefined) return;
    for (const [i, tag] of (tags.length > 0 ? tags : [annotation.motivations[0] ?? 'annotation']).entries()) {
      const id = this.#nameOf(i === 0 ? name : `${name}/${i + 1}`, 'annotation');
      if (i === 0) this.#spans.set(name, { text, id });
      text.addSpan(
        {
          id,
          tag,
          start: first.start,
          end: last.end,
          text: fragments.map(({ start, end }) => text.source.words(start, end)).join(' '),
          ...(fragments.length > 1 && { fragments: [...fragments] }),
          attributes: values,
          ...(notes.length > 0 && { note: notes.join('\n') }),
          ...(isFlagged && { flagged: true }),
          ...made,
        },
        line,
      );
    }
  }

  /** From the target to the body, or from the first of two targets to the second, as other programs have it. */
  #link(taken: Taken): void {
    const { annotation, line, name } = taken;
    const [first, second] = annotation.targets.flat().map(({ source }) => source);
    const to =
      annotation.bodies.find(({ purpose, iri }) => purpose === 'linking' && iri !== undefined)?.iri ?? second;
    const [fromSpan, toSpan] = [this.#spans.get(first ?? ''), this.#spans.get(to ?? '')];
    if (fromSpan === undefined || toSpan === undefined || fromSpan.text !== toSpan.text) {
      const missing = fromSpan === undefined ? first : to;
      const reason =
        fromSpan !== undefined && toSpan !== undefined
          ? 'it links annotations of different texts'
          : missing === undefined
            ? 'it says not what it links'
            : `it links ${missing.slice(0, 200)}, which is no span of this file`;
      this.#refuse(taken, 'relation', reason);
      return;
    }
    const { tags, values } = bodyContent(this.#draft, annotation);
    for (const _ of tags.slice(1)) this.#draft.unknown('body');
    fromSpan.text.addRelation(
      {
        id: this.#nameOf(name, 'relation'),
        type: tags[0] ?? 'linking',
        from: fromSpan.id,
        to: toSpan.id,
        attributes: values,
        ...authorshipOf(this.#draft, annotation.value),
      },
      line,
    );
  }

  #refuse({ line, name: id }: Taken, item: 'span' | 'relation', reason: string): void {
    this.#draft.fault({ effect: 'refused', item, id, line, reason });
  }

  /** The id behind an IRI, if it can be one here. */
  #nameOf(iri: string, otherwise: string): string {
    const id = idOfIri(iri);
    return id !== '' && id.length <= 256 ? id : `${otherwise}-${this.#taken.length}`;
  }
}

function isLink({ motivations, bodies }: WebAnnotation): boolean {
  return motivations.includes('linking') || bodies.some(({ purpose }) => purpose === 'linking');
}
