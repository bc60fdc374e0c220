import { useMemo } from 'react';
import { t } from '../../../core/messages/translate.ts';
import { grouped } from '../../../core/text/number-words.ts';
import { CodePointMap } from '../../../core/text/offsets.ts';
import { useFocusState, useProject } from '../../app/use-application.ts';
import { paragraphLabel } from '../paragraph-numbers.ts';

/** Where the caret is, or what is selected, in code points as in the dataset. The only part of the window that follows every caret movement. */
export function CaretPlace() {
  const body = useProject((state) => state.open?.body);
  const { anchor, focus } = useFocusState((state) => state.selection);
  const points = useMemo(() => (body === undefined ? null : CodePointMap.of(body.text)), [body]);
  if (body === undefined || points === null) return <span className="caret-place" />;
  // Article and selection stand in two stores: for a moment the selection may be another article's.
  const start = Math.min(anchor, focus, body.text.length);
  const end = Math.min(Math.max(anchor, focus), body.text.length);
  const from = points.toCodePoint(start);
  const to = points.toCodePoint(end);
  const parts = [
    paragraphLabel(body, start),
    start === end ? grouped(from) : `${grouped(from)}–${grouped(to)}`,
  ];
  if (start !== end) parts.push(t('panels.statusBar.characters', { characters: to - from }));
  return <span className="caret-place">{parts.join(' · ')}</span>;
}
