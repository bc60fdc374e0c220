import { t } from '../../../core/messages/translate.ts';
import { readAttribute } from '../../../core/model/attribute-definition.ts';
import type { Attribution } from '../../../core/model/attribution.ts';
import type { Entity } from '../../../core/model/entity.ts';
import {
  cueAttribute,
  dateAttribute,
  entityOf,
  isSpeakerless,
} from '../../../core/model/known-attributes.ts';
import type { Span } from '../../../core/model/span.ts';
import { spanWords } from '../span-name.ts';

/** What a note in the margin says. */
export interface NoteWords {
  /** Empty when no speaker is linked. */
  readonly who: readonly string[];
  /** Somebody has said that no speaker is named. Only without a linked speaker. */
  readonly speakerless: boolean;
  readonly cue: string;
  readonly where: readonly string[];
  readonly when: readonly { readonly id: string; readonly words: string; readonly value: string }[];
}

/** Longer words are cut, UTF-16 units: the margin is for reading at a glance. */
const longestPart = 80;

/** The words of an attribution. @param entities the cast by id: a speaker goes by its canonical name. */
export function noteWords(attribution: Attribution, entities: ReadonlyMap<string, Entity>): NoteWords {
  const { claim, speakers, places, dates } = attribution;
  const names = speakers.map((span) => entities.get(entityOf(span) ?? '')?.name ?? cut(spanWords(span)));
  const cue = readAttribute(claim.attributes, { id: cueAttribute, type: 'text' });
  return {
    // "He" and "the minister" may be one person.
    who: [...new Set(names)],
    speakerless: speakers.length === 0 && isSpeakerless(claim),
    cue: cue.ok ? cut(cue.value?.trim() ?? '') : '',
    where: places.map((span) => cut(spanWords(span))),
    when: dates.map((span) => ({ id: span.id, words: cut(spanWords(span)), value: dateOf(span) })),
  };
}

/** The first line as text. */
export function whoLine({ who, speakerless }: NoteWords): string {
  if (who.length > 0) return who.join(', ');
  return speakerless ? t('panels.margin.noSpeakerNamed') : t('panels.margin.noSpeakerYet');
}

/** The whole note as one line: its accessible name, e.g. `Ilse Tarrant: told parliament, Thursday`. */
export function noteName(words: NoteWords): string {
  const { cue, where, when } = words;
  const circumstances = [
    [cue, where.join(', ')].filter((part) => part !== '').join(' '),
    ...when.map((date) => date.words),
  ].filter((part) => part !== '');
  const who = whoLine(words);
  return circumstances.length === 0 ? who : `${who}: ${circumstances.join(', ')}`;
}

function dateOf({ attributes }: Span): string {
  const date = readAttribute(attributes, { id: dateAttribute, type: 'date' });
  return date.ok ? (date.value?.value ?? '') : '';
}

function cut(words: string): string {
  if (words.length <= longestPart) return words;
  return `${words.slice(0, longestPart).replace(/[\ud800-\udbff]$/, '')}…`;
}
