import { t } from '../../../core/messages/translate.ts';
import { isSpeakerless } from '../../../core/model/known-attributes.ts';
import type { Project } from '../../../core/model/project.ts';
import type { Span } from '../../../core/model/span.ts';
import type { SpanIndex } from '../../../core/model/span-index.ts';
import type { Tag } from '../../../core/model/tag-set.ts';
import type { ArticleState } from '../../../core/operations/project-state.ts';
import { speakerName } from '../speaker-name.ts';

/** One item of the list; the first of a group carries the group's heading. */
export interface SpanRow {
  readonly span: Span;
  readonly heading: string | null;
}

/** The list's content: how long it is, what stands where, and where a span stands. */
export interface SpanRows {
  readonly count: number;
  at(index: number): SpanRow | undefined;
  /** Index of the span, -1 when the list does not show it. */
  positionOf(id: string): number;
}

/** Spans in text order. Without a filter nothing is copied, so that tens of thousands cost nothing. */
export function rowsInOrder(spans: SpanIndex, query: string): SpanRows {
  if (query.trim() === '') {
    return {
      count: spans.size,
      at: (index) => {
        const span = spans.ordered[index];
        return span === undefined ? undefined : { span, heading: null };
      },
      positionOf: (id) => spans.positionOf(id),
    };
  }
  return rowsOf(matching(spans, query).map((span) => ({ span, heading: null })));
}

/** Spans tag by tag, in the tag set's order and in text order within; those of unknown tags last. */
export function rowsByTag(spans: SpanIndex, query: string, tags: readonly Tag[]): SpanRows {
  const groups = new Map<string, Span[]>(tags.map(({ id }) => [id, []]));
  for (const span of matching(spans, query)) {
    const group = groups.get(span.tag);
    if (group === undefined) groups.set(span.tag, [span]);
    else group.push(span);
  }
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  return rowsOf(
    [...groups].flatMap(([tag, group]) =>
      group.map((span, i) => ({ span, heading: i === 0 ? (names.get(tag) ?? tag) : null })),
    ),
  );
}

/**
 * Claims speaker by speaker: first those of which nobody has said who speaks, then the speakers by name, last the claims of which was said that nobody
 * is named. Speakers that stand for one entity are one. Other spans are left out.
 */
export function rowsBySpeaker(
  { spans, relations }: Pick<ArticleState, 'spans' | 'relations'>,
  query: string,
  { tagSet, entities }: Pick<Project, 'tagSet' | 'entities'>,
): SpanRows {
  const claimTags = new Set(tagSet.relationTypes.find(({ id }) => id === 'says')?.to);
  const speakers = new Map<string, string[]>();
  for (const { type, from, to } of relations.values()) {
    const speaker = type === 'says' ? spans.get(from) : undefined;
    if (speaker === undefined) continue;
    const names = speakers.get(to) ?? [];
    const name = speakerName(entities, speaker);
    if (!names.includes(name)) speakers.set(to, [...names, name]);
  }
  const groups = new Map<string, Span[]>();
  const groupOf = (span: Span) => {
    const names = speakers.get(span.id);
    if (names !== undefined) return `s${names.join(', ')}`;
    return isSpeakerless(span) ? speakerless : unattributed;
  };
  for (const span of spans.ordered) {
    if (!claimTags.has(span.tag)) continue;
    const key = groupOf(span);
    if (!isMatch(span, query, headingOf(key))) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [span]);
    else group.push(span);
  }
  const sorted = [...groups].sort(([a], [b]) => rankOf(a) - rankOf(b) || a.localeCompare(b));
  return rowsOf(
    sorted.flatMap(([key, group]) =>
      group.map((span, i) => ({ span, heading: i === 0 ? headingOf(key) : null })),
    ),
  );
}

/** Keys of the groups without a name; those with one begin with `s`. */
const unattributed = 'u';
const speakerless = 'n';

function rankOf(key: string): number {
  if (key === unattributed) return 0;
  return key === speakerless ? 2 : 1;
}

function headingOf(key: string): string {
  if (key === unattributed) return t('panels.annotations.noSpeakerYet');
  return key === speakerless ? t('panels.annotations.noSpeakerNamed') : key.slice(1);
}

function rowsOf(rows: readonly SpanRow[]): SpanRows {
  let positions: Map<string, number> | undefined;
  return {
    count: rows.length,
    at: (index) => rows[index],
    positionOf: (id) => {
      positions ??= new Map(rows.map(({ span }, i) => [span.id, i]));
      return positions.get(id) ?? -1;
    },
  };
}

/** Spans whose words or note hold every word of the query, whatever its case. */
function matching(spans: SpanIndex, query: string): readonly Span[] {
  if (query.trim() === '') return spans.ordered;
  return spans.ordered.filter((span) => isMatch(span, query, ''));
}

function isMatch({ quote, note }: Span, query: string, more: string): boolean {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  const text = `${quote}\n${note}\n${more}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
