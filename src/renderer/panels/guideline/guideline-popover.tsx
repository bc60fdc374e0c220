import { X } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { t } from '../../../core/messages/translate.ts';
import { useApplication, useFocusState, useInterface, useProject } from '../../app/use-application.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TagSwatch } from '../../ui/tag-swatch.tsx';
import { placeBar } from '../selection-bar/place-bar.ts';
import { guidelineSubject } from './guideline-subject.ts';
import './guideline.css';

/** The guideline of the tag at hand, beside the words, until it is put away. It never takes the focus. */
export function GuidelinePopover() {
  const isShown = useInterface((state) => state.guidelineShown);
  return isShown ? <Guideline /> : null;
}

function Guideline() {
  const app = useApplication();
  const tagSet = useProject((state) => state.project.tagSet);
  const open = useProject((state) => state.open);
  const selection = useFocusState((state) => state.selection);
  const currentSpan = useFocusState((state) => state.currentSpan);
  const mode = useInterface((state) => state.selectionBar);
  const popover = useRef<HTMLElement>(null);
  const span = currentSpan === null ? undefined : open?.spans.get(currentSpan);
  const subject = useMemo(() => guidelineSubject(tagSet, selection, span), [tagSet, selection, span]);

  useLayoutEffect(() => {
    const view = app.textView.current;
    if (view === null) return;
    const place = () => {
      const element = popover.current;
      const pane = element?.parentElement;
      if (element === null || pane === null || pane === undefined) return;
      // The bar has the place next to the words; the guideline comes after it.
      const bar =
        mode === 'putAway' ? undefined : pane.querySelector('.selection-bar')?.getBoundingClientRect();
      const words = view.rectsOf(subject.start, Math.max(subject.end, subject.start + 1));
      const lines = bar === undefined ? words : [bar, ...words].sort((a, b) => a.top - b.top);
      const box = pane.getBoundingClientRect();
      const size = element.getBoundingClientRect();
      const at = placeBar(lines, box, size) ?? { left: box.left + 8, top: box.bottom - size.height - 8 };
      element.style.transform = `translate(${Math.round(at.left)}px, ${Math.round(at.top)}px)`;
    };
    place();
    return view.onLayout(place);
  }, [app, subject, mode]);

  return (
    <aside
      ref={popover}
      className="guideline"
      aria-label={t('panels.guideline.guideline')}
      onPointerDown={(event) => event.preventDefault()}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long guidelines are scrolled by keyboard */}
      <div className="guideline-body" role="status" tabIndex={0}>
        {subject.tags.map((tag) => (
          <section key={tag.id}>
            <h2 className="guideline-name">
              <TagSwatch tag={tag} /> <bdi>{tag.name}</bdi>
            </h2>
            <p className="guideline-words" dir="auto">
              {tag.guideline === '' ? t('panels.guideline.thisTagHasNoGuideline') : tag.guideline}
            </p>
            {tag.examples.length === 0 ? null : (
              <ul
                className="guideline-examples"
                aria-label={t('panels.guideline.examplesOfTagname', { tagName: tag.name })}
              >
                {/* Two examples may read the same. */}
                {tag.examples
                  .map((example, key) => ({ example, key }))
                  .map(({ example, key }) => (
                    <li key={key} dir="auto">
                      {example}
                    </li>
                  ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      <IconButton
        icon={X}
        label={t('panels.guideline.putTheGuidelineAway')}
        onClick={() => app.interface.setState({ guidelineShown: false })}
      />
    </aside>
  );
}
