/** The segmenter’s every step walks all of the text that it was given: long texts are handed to it in windows of so many UTF-16 units. */
const windowLength = 1024;

/**
 * Where the segments of a stretch of text end, rising, the stretch’s own end last: as one walk over the whole would find them, but for contexts longer than
 * a window. Takes time in proportion to the length, which `Intl.Segmenter` alone does not. UTF-16 units.
 */
export function* segmentEnds(
  segmenter: Intl.Segmenter,
  text: string,
  start: number,
  end: number,
): Generator<number> {
  let at = start;
  let length = windowLength;
  while (at < end) {
    const window = text.slice(at, Math.min(at + length, end));
    const found = [...endsIn(segmenter, window, length > windowLength)];
    for (const offset of found) yield at + offset;
    const last = found.at(-1);
    if (last !== undefined) {
      at += last;
      length = windowLength;
    } else if (at + window.length === end) {
      yield end;
      at = end;
    } else length *= 2;
  }
}

/** Ends within a window, without its own: what stands last in it may go on behind. @param firstAlone true where one will do */
function* endsIn(segmenter: Intl.Segmenter, window: string, firstAlone: boolean): Generator<number> {
  for (const { index } of segmenter.segment(window)) {
    if (index === 0) continue;
    yield index;
    if (firstAlone) return;
  }
}
