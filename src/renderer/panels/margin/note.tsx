import { type KeyboardEvent, memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import { t } from '../../../core/messages/translate.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import type { NotePlacer } from './note-placer.ts';
import { type NoteWords, noteName, whoLine } from './note-words.ts';

/** What of an attribution is pressed. */
export type NotePart = 'says' | 'at' | 'on';

interface NoteProps {
  readonly id: string;
  readonly words: NoteWords;
  readonly isCurrent: boolean;
  readonly isLit: boolean;
  readonly isTabStop: boolean;
  readonly isChoosing: boolean;
  /** Whether the reader may link the claim. */
  readonly canLink: boolean;
  readonly placer: NotePlacer;
  readonly onPress: (id: string, part: NotePart, anchor: HTMLElement) => void;
  readonly onKey: (event: KeyboardEvent, id: string) => void;
}

/** Who said a claim, where and when, beside its first line. */
export const Note = memo(function Note(props: NoteProps) {
  const { id, words, isCurrent, isLit, isTabStop, isChoosing, canLink, placer, onPress, onKey } = props;
  const item = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => (item.current === null ? undefined : placer.attach(id, item.current)), [id, placer]);
  const name = noteName(words);
  return (
    <li
      ref={item}
      className="note"
      aria-label={name}
      aria-current={isCurrent || undefined}
      data-lit={isLit || undefined}
      data-attributed={words.who.length > 0 || undefined}
    >
      <button
        type="button"
        className="note-button"
        aria-label={name}
        aria-haspopup="dialog"
        aria-expanded={isChoosing}
        data-span={id}
        tabIndex={isTabStop ? 0 : -1}
        onClick={({ target, currentTarget }) => onPress(id, partOf(target), currentTarget)}
        onKeyDown={(event) => onKey(event, id)}
      >
        <span className="note-who" data-part="says">
          <bdi>{whoLine(words)}</bdi>
        </span>
        {circumstances(words, canLink)}
      </button>
    </li>
  );
}, isSameNote);

function circumstances(words: NoteWords, canLink: boolean): ReactNode {
  const { who, speakerless, cue, where, when } = words;
  const isOpen = who.length === 0 && !speakerless;
  if (cue === '' && where.length === 0 && when.length === 0) {
    if (!isOpen || !canLink) return null;
    return (
      <span className="note-what" data-part="says">
        {t('panels.margin.press')} <KeyCap>R</KeyCap> {t('panels.margin.toAttribute')}
      </span>
    );
  }
  return (
    <span className="note-what">
      {cue === '' ? null : <bdi data-part="says">{cue}</bdi>}
      {cue !== '' && where.length > 0 ? ' ' : null}
      {where.length === 0 ? null : <bdi data-part="at">{where.join(', ')}</bdi>}
      {when.map(({ id, words: date, value }, i) => (
        <span key={id} data-part="on">
          {cue !== '' || where.length > 0 || i > 0 ? ', ' : null}
          <bdi>{date}</bdi>
          {value === '' ? null : <span className="note-value"> {value}</span>}
        </span>
      ))}
    </span>
  );
}

function partOf(target: EventTarget): NotePart {
  const part =
    target instanceof Element ? target.closest<HTMLElement>('[data-part]')?.dataset.part : undefined;
  return part === 'at' || part === 'on' ? part : 'says';
}

function isSameNote(before: NoteProps, after: NoteProps): boolean {
  const { words: a, ...rest } = before;
  const { words: b, ...others } = after;
  const keys = Object.keys(rest) as (keyof typeof rest)[];
  return keys.every((key) => rest[key] === others[key]) && JSON.stringify(a) === JSON.stringify(b);
}
