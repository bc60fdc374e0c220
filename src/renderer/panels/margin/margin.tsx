import {
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal, flushSync } from 'react-dom';
import { t } from '../../../core/messages/translate.ts';
import { startOf } from '../../../core/model/span.ts';
import type { TagSet } from '../../../core/model/tag-set.ts';
import { isMac } from '../../app/application.ts';
import { runCommand } from '../../app/command-registry.ts';
import { matchCommand } from '../../app/keys/match-command.ts';
import { useApplication, useFocusState, useInterface, useProject } from '../../app/use-application.ts';
import { showSpan } from '../../app/walk-spans.ts';
import type { ArticleView } from '../../editor/article-view.ts';
import { type ShownExtent, takesPresses } from '../../editor/beside-text.ts';
import type { LayoutSignal } from '../text/layout-signal.ts';
import { ChooseEnds } from './choose-ends.tsx';
import { marginNotes, nearestClaim, neighbourClaim } from './margin-notes.ts';
import { Note, type NotePart } from './note.tsx';
import { NotePlacer } from './note-placer.ts';
import { noteWords } from './note-words.ts';
import './margin.css';

/** Keys that a note takes over from the text: they are about one annotation, not about what is selected. */
const aboutOne = /^annotation\.(link|linkPlace|linkDate|noSpeaker|flag|note|attributes|delete)$/;

const nowhere: ShownExtent = { article: '', start: 0, end: 0 };

interface MarginProps {
  readonly view: ArticleView;
  readonly layout: LayoutSignal;
}

/** Beside each claim near the sight stands who says it, and where and when. */
export function Margin({ view, layout }: MarginProps) {
  const app = useApplication();
  const open = useProject((state) => state.open);
  const tagSet = useProject((state) => state.project.tagSet);
  const entities = useProject((state) => state.project.entities);
  const canLink = useProject((state) => state.saving.kind !== 'readOnly');
  const currentSpan = useFocusState((state) => state.currentSpan);
  const lit = useInterface((state) => state.lit);
  const [extent, setExtent] = useState(nowhere);
  const [focused, setFocused] = useState<string | null>(null);
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const [placer] = useState(() => new NotePlacer(view.beside));
  const list = useRef<HTMLUListElement>(null);

  const cast = useMemo(() => new Map(entities.map((entity) => [entity.id, entity])), [entities]);
  const notes = useMemo(
    () =>
      open === null || open.record.id !== extent.article ? [] : marginNotes(open, tagSet, extent, focused),
    [open, tagSet, extent, focused],
  );
  const claims = useMemo(() => notes.map(({ claim }) => claim), [notes]);
  const nearest = useFocusState((state) => nearestClaim(claims, state.selection.focus));
  const tabStop = focused ?? claims.find(({ id }) => id === currentSpan)?.id ?? nearest;

  useLayoutEffect(() => {
    const follow = () => {
      const next = placer.follow();
      if (next !== null) setExtent((before) => (isSameExtent(before, next) ? before : next));
    };
    follow();
    const stop = layout.listen(follow);
    return () => {
      stop();
      placer.dispose();
    };
  }, [layout, placer]);
  useLayoutEffect(() => {
    placer.set(claims.map((claim) => ({ id: claim.id, offset: startOf(claim) })));
  }, [claims, placer]);
  useEffect(() => {
    // A note that goes while it has the focus leaves it to the text.
    if (focused === null || open?.spans.has(focused) === true) return;
    setFocused(null);
    if (document.activeElement === document.body) view.focus();
  }, [open, focused, view]);

  const onPress = useCallback(
    (id: string, part: NotePart, anchor: HTMLElement) => {
      const { open: now, saving } = app.workbench.project.getState();
      const claim = now?.spans.get(id);
      if (claim === undefined) return;
      if (app.workbench.focus.getState().currentSpan !== id) showSpan(app, claim);
      else if (saving.kind !== 'readOnly')
        void app.workbench.whenComplete().then(() => setChoosing({ id, part, anchor }));
    },
    [app],
  );
  const onKey = useCallback(
    (event: KeyboardEvent, id: string) => {
      const { open: now, project } = app.workbench.project.getState();
      const direction = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
      const end = event.key === 'Home' ? 1 : event.key === 'End' ? -1 : null;
      const isBare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      const match = matchCommand(event.nativeEvent, true, isMac(app));
      if (event.key === 'Escape') view.focus();
      else if (now !== null && isBare && (direction ?? end) !== null) {
        const from = direction === null ? null : id;
        const claim = neighbourClaim(now, project.tagSet, from, direction ?? end ?? 1);
        if (claim !== undefined) {
          view.reveal(startOf(claim));
          flushSync(() => setFocused(claim.id));
          list.current
            ?.querySelector<HTMLElement>(`[data-span="${CSS.escape(claim.id)}"]`)
            ?.focus({ preventScroll: true });
        }
      } else if (match !== undefined && aboutOne.test(match.id)) {
        app.workbench.setCurrentSpan(id);
        void runCommand(app, match.id, { alt: match.alt });
      } else return;
      event.preventDefault();
    },
    [app, view],
  );

  const chosen = choosing === null ? undefined : open?.spans.get(choosing.id);
  return (
    <>
      {createPortal(
        <section
          className="margin"
          aria-label={t('panels.margin.attributions')}
          style={noteColours(tagSet)}
          {...{ [takesPresses]: '' }}
        >
          <ul
            ref={list}
            className="margin-notes"
            onFocus={({ target }) => setFocused(target.dataset.span ?? null)}
            onBlur={() => setFocused(null)}
          >
            {notes.map((attribution) => {
              const { id } = attribution.claim;
              return (
                <Note
                  key={id}
                  id={id}
                  words={noteWords(attribution, cast)}
                  isCurrent={id === currentSpan}
                  isLit={lit.has(id)}
                  isTabStop={id === tabStop}
                  isChoosing={id === choosing?.id}
                  canLink={canLink}
                  placer={placer}
                  onPress={onPress}
                  onKey={onKey}
                />
              );
            })}
          </ul>
        </section>,
        view.beside.element,
      )}
      {choosing === null || chosen === undefined ? null : (
        <ChooseEnds
          claim={chosen}
          part={choosing.part}
          anchor={choosing.anchor}
          onClose={() => setChoosing(null)}
        />
      )}
    </>
  );
}

interface Choosing {
  readonly id: string;
  readonly part: NotePart;
  readonly anchor: HTMLElement;
}

/** Names have the colour of speakers, the bar at the current note that of claims. */
function noteColours({ tags, relationTypes }: TagSet): CSSProperties {
  const says = relationTypes.find(({ id }) => id === 'says');
  const colourOf = (id: string | undefined) => {
    const colour = tags.find((tag) => tag.id === id)?.colour;
    return colour === undefined ? undefined : `light-dark(${colour.light}, ${colour.dark})`;
  };
  return { '--note-who': colourOf(says?.from[0]), '--note-bar': colourOf(says?.to[0]) } as CSSProperties;
}

function isSameExtent(a: ShownExtent, b: ShownExtent): boolean {
  return a.article === b.article && a.start === b.start && a.end === b.end;
}
