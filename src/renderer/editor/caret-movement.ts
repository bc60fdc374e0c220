import { nextGrapheme, previousGrapheme, snapToGrapheme } from '../../core/text/graphemes.ts';
import { nextWordEnd, previousWordStart } from '../../core/text/words.ts';
import type { TextSelection } from '../store/workbench-state.ts';
import { blockIndexAt } from './block-window.ts';
import type { DrawnArticle } from './drawn-article.ts';
import type { Movement, MovementKey } from './movement-keys.ts';
import type { SelectionPicture } from './selection-picture.ts';
import type { TextGeometry } from './text-geometry.ts';

/** What the movements need of the view. */
export interface CaretStage {
  readonly scroller: HTMLElement;
  readonly drawn: DrawnArticle;
  readonly geometry: TextGeometry;
  readonly picture: SelectionPicture;
  /** Scrolls so that the offset is in sight, drawing its surroundings where they are not. */
  reveal(offset: number): void;
}

/** The selection after `key`, from `selection`. The caret never stands inside a grapheme cluster or between two blocks. */
export function moveCaret(stage: CaretStage, selection: TextSelection, key: MovementKey): TextSelection {
  const { text } = stage.drawn.article;
  const { movement, extend } = key;
  if (text === '') return selection;
  const collapsed = extend ? null : collapsedBy(stage, selection, movement);
  const focus = collapsed ?? focusAfter(stage, selection, movement, extend);
  const inside = insideBlocks(stage, focus, focus >= selection.focus);
  const snapped = snapToGrapheme(text, inside, inside > selection.focus ? 'end' : 'start');
  return { anchor: extend ? selection.anchor : snapped, focus: snapped };
}

/** Left and right without Shift put away a selection before they move: the caret goes to that end of it. */
function collapsedBy(stage: CaretStage, { anchor, focus }: TextSelection, movement: Movement): number | null {
  if (anchor === focus || movement.unit !== 'character') return null;
  const toStart = (movement.direction === 'left') !== isRightToLeft(stage, focus);
  return toStart ? Math.min(anchor, focus) : Math.max(anchor, focus);
}

function focusAfter(
  stage: CaretStage,
  selection: TextSelection,
  movement: Movement,
  extend: boolean,
): number {
  const { focus } = selection;
  const { text, blocks } = stage.drawn.article;
  switch (movement.unit) {
    case 'word': {
      const isForward = (movement.direction === 'right') !== isRightToLeft(stage, focus);
      return isForward ? nextWordEnd(text, focus) : previousWordStart(text, focus);
    }
    case 'article':
      return movement.direction === 'forward' ? (blocks.at(-1)?.end ?? 0) : (blocks[0]?.start ?? 0);
    case 'block':
      return blockEdge(stage, focus, movement.direction);
    case 'page':
      return pageAway(stage, focus, movement.direction);
    case 'character':
      return (
        modified(stage, selection, extend, movement.direction, 'character') ??
        step(stage, focus, movement.direction)
      );
    case 'line':
      return modified(stage, selection, extend, movement.direction, 'line') ?? focus;
    case 'lineEdge':
      return modified(stage, selection, extend, movement.direction, 'lineboundary') ?? focus;
  }
}

/** Moves the DOM selection, which knows lines and visual order, and reads its focus back. Null where it would not move. */
function modified(
  stage: CaretStage,
  selection: TextSelection,
  extend: boolean,
  direction: string,
  granularity: string,
): number | null {
  const dom = document.getSelection();
  if (dom === null) return null;
  stage.reveal(selection.focus);
  stage.picture.show(selection);
  // Between the two pieces of a cut paragraph two places are one offset: the second step leaves it.
  for (let attempt = 0; attempt < 2; attempt++) {
    dom.modify(extend ? 'extend' : 'move', direction, granularity);
    if (dom.focusNode === null) return null;
    const focus = stage.geometry.offsetOf(dom.focusNode, dom.focusOffset);
    if (focus === null || focus !== selection.focus) return focus;
    if (granularity === 'lineboundary') return focus;
  }
  return null;
}

/** One cluster on, where the engine's own step stays: across what it holds to be unselectable. */
function step(stage: CaretStage, focus: number, direction: string): number {
  const { text } = stage.drawn.article;
  const isForward = (direction === 'right') !== isRightToLeft(stage, focus);
  return isForward ? nextGrapheme(text, focus) : previousGrapheme(text, focus);
}

function blockEdge(stage: CaretStage, focus: number, direction: 'forward' | 'backward'): number {
  const { blocks } = stage.drawn.article;
  let index = blockIndexAt(blocks, focus);
  if (direction === 'forward') {
    index++;
    while (blocks[index]?.kind === 'continuation') index++;
    return blocks[index]?.start ?? blocks.at(-1)?.end ?? focus;
  }
  if (blocks[index]?.start === focus) index--;
  while (index > 0 && blocks[index]?.kind === 'continuation') index--;
  return blocks[Math.max(0, index)]?.start ?? focus;
}

function pageAway(stage: CaretStage, focus: number, direction: 'forward' | 'backward'): number {
  const { scroller, geometry, drawn } = stage;
  const { blocks } = drawn.article;
  stage.reveal(focus);
  const caret = geometry.caretRectAt(focus);
  const sight = scroller.getBoundingClientRect();
  // Two lines stay in sight, to find one's place by.
  const page = Math.max(caret.height, sight.height - 2 * Math.max(caret.height, 24));
  const before = scroller.scrollTop;
  scroller.scrollTop += direction === 'forward' ? page : -page;
  const hasMoved = Math.abs(scroller.scrollTop - before) >= 1;
  drawn.follow();
  if (!hasMoved) return (direction === 'forward' ? blocks.at(-1)?.end : blocks[0]?.start) ?? focus;
  return geometry.offsetAt(caret.left, caret.top + caret.height / 2) ?? focus;
}

/** The nearest place of a caret: inside a block or at one of its ends, never in the white space between two. */
function insideBlocks(stage: CaretStage, offset: number, isForward: boolean): number {
  const { blocks } = stage.drawn.article;
  const index = blockIndexAt(blocks, offset);
  const block = blocks[index];
  if (block === undefined) return offset;
  if (offset < block.start) return block.start;
  if (offset <= block.end) return offset;
  return (isForward ? blocks[index + 1]?.start : undefined) ?? block.end;
}

function isRightToLeft(stage: CaretStage, offset: number): boolean {
  const { node } = stage.geometry.pointAt(offset);
  const element = node instanceof Element ? node : node.parentElement;
  return element !== null && getComputedStyle(element).direction === 'rtl';
}
