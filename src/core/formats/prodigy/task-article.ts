import type { Attributes } from '../../model/attribute-value.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetRelation, DatasetSpan } from '../dataset-schema.ts';
import { jsonContent } from '../same-content.ts';
import { SourceText } from '../source-text.ts';
import type { ProdigyEnd, ProdigyRelation, ProdigySpan } from './task-schema.ts';

/** Who made a task’s annotations, when, and on which line of the file they stand. */
interface Made {
  readonly line: number;
  readonly annotator?: string;
  readonly createdAt?: string;
}

/** What becomes of the tasks about one text. */
export class TaskArticle {
  title: string | undefined;
  readonly metadata: Record<string, string> = {};
  readonly labels = new Set<string>();
  readonly id: string;
  readonly #source: SourceText;
  readonly #line: number;
  readonly #spans: DatasetSpan[] = [];
  readonly #relations: DatasetRelation[] = [];
  readonly #spanLines: number[] = [];
  readonly #relationLines: number[] = [];
  /** What was said in earlier tasks → the id of the span. */
  readonly #earlier = new Map<string, string>();
  /** The same of the task at hand. */
  #said: [string, string][] = [];
  /** Ways to name a span of the task at hand → its id. */
  #named = new Map<string, string>();

  constructor(id: string, text: string, line: number) {
    this.id = id;
    this.#source = new SourceText(text);
    this.#line = line;
  }

  beginTask(): void {
    for (const [content, id] of this.#said) this.#earlier.set(content, id);
    this.#said = [];
    this.#named = new Map();
  }

  /** Takes a span of the task at hand; one that an earlier task of the same person has already said is the same. */
  addSpan(span: ProdigySpan, attributes: Attributes, { line, ...made }: Made): void {
    const { start, end, label, text } = span;
    const added: DatasetSpan = {
      id: `${this.id}/${this.#spans.length + 1}`,
      tag: label,
      start,
      end,
      text: text ?? this.#source.words(start, end),
      attributes,
      ...made,
    };
    const content = jsonContent([label, start, end, attributes, added.annotator]);
    const same = this.#earlier.get(content);
    for (const name of namesOf(span)) {
      if (!this.#named.has(name)) this.#named.set(name, same ?? added.id);
    }
    if (same !== undefined) return;
    this.#said.push([content, added.id]);
    this.#spans.push(added);
    this.#spanLines.push(line);
  }

  /** Takes a relation between spans of the task at hand; the reason, as a clause, if one of its ends is no span. */
  addRelation(
    relation: ProdigyRelation,
    attributes: Attributes,
    { line, ...made }: Made,
  ): string | undefined {
    const from = this.#endOf(relation.head, relation.head_span);
    const to = this.#endOf(relation.child, relation.child_span);
    if (from === undefined || to === undefined) {
      const [token, end] =
        from === undefined ? [relation.head, relation.head_span] : [relation.child, relation.child_span];
      const words = end ? `, “${this.#source.words(end.start, Math.min(end.end, end.start + 40))}”` : '';
      return `it links token ${token}${words}, on which no span of its task stands`;
    }
    const id = `${this.id}/r${this.#relations.length + 1}`;
    this.#relations.push({ id, type: relation.label, from, to, attributes, ...made });
    this.#relationLines.push(line);
    return undefined;
  }

  addTo(draft: DatasetDraft): void {
    draft.article(
      {
        id: this.id,
        ...(this.title !== undefined && { title: this.title }),
        metadata: this.metadata,
        text: this.#source.text,
        spans: this.#spans,
        relations: this.#relations,
        ...(this.labels.size > 0 && { labels: [...this.labels] }),
      },
      { article: this.#line, spans: this.#spanLines, relations: this.#relationLines },
    );
  }

  /** The span at an end of a relation: by id, by its place and label, by its place, or as the one that ends with the token. */
  #endOf(token: number, end: ProdigyEnd | null | undefined): string | undefined {
    const names = end ? namesOf(end) : [`token ${token}`];
    return names.map((name) => this.#named.get(name)).find((id) => id !== undefined);
  }
}

/** From the one that tells most to the one that tells least. */
function namesOf({ id, start, end, label, token_end }: ProdigyEnd): string[] {
  return [
    ...(id === undefined || id === null ? [] : [`id ${id}`]),
    `place ${start} ${end} ${label}`,
    `place ${start} ${end}`,
    ...(token_end === undefined || token_end === null ? [] : [`token ${token_end}`]),
  ];
}
