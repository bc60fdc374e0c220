import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { focusText } from '../../../app/places.ts';
import { useApplication } from '../../../app/use-application.ts';

interface Draft {
  readonly draft: string;
  readonly setDraft: (draft: string) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * What is being written in a one-line field. It is kept when the field is left, with Enter, and when the field goes away; Esc takes
 * it back. Enter and Esc go back to the text.
 * @param stored what the span says; when undo changes it the draft follows
 * @param keep called with each draft that is to be kept
 */
export function useDraft(stored: string, keep: (draft: string) => void): Draft {
  const app = useApplication();
  const [draft, setDraft] = useState(stored);
  const [seen, setSeen] = useState(stored);
  if (seen !== stored) {
    setSeen(stored);
    setDraft(stored);
  }
  // A ref, not the state: the field is left in the same event that takes the draft back.
  const latest = useRef({ draft, stored, keep });
  useEffect(() => {
    latest.current = { draft, stored, keep };
  });
  const keepLatest = () => {
    const last = latest.current;
    if (last.draft !== last.stored) last.keep(last.draft);
  };
  useEffect(
    () => () => {
      const last = latest.current;
      if (last.draft !== last.stored) last.keep(last.draft);
    },
    [],
  );
  return {
    draft,
    setDraft,
    onBlur: keepLatest,
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') {
        latest.current = { ...latest.current, draft: stored };
        setDraft(stored);
      }
      focusText(app);
    },
  };
}
