import { type EdgeMove, moveSpanEdge } from '../../../core/operations/gestures/move-span-edge.ts';
import type { CommandImplementation } from '../command.ts';
import { performOnCurrent } from '../perform.ts';
import { canChangeSpan } from '../preconditions.ts';

function edgeCommand(
  id: CommandImplementation['id'],
  edge: EdgeMove['edge'],
  direction: EdgeMove['direction'],
  unit: EdgeMove['unit'],
): CommandImplementation {
  return {
    id,
    enabled: canChangeSpan,
    run: (app) => {
      performOnCurrent(app, (article, span, by) =>
        moveSpanEdge(article, span, { edge, direction, unit }, by),
      );
    },
  };
}

export const implementations: readonly CommandImplementation[] = [
  edgeCommand('annotation.growEnd', 'end', 'outwards', 'word'),
  edgeCommand('annotation.shrinkEnd', 'end', 'inwards', 'word'),
  edgeCommand('annotation.growStart', 'start', 'outwards', 'word'),
  edgeCommand('annotation.shrinkStart', 'start', 'inwards', 'word'),
  edgeCommand('annotation.growEndByCharacter', 'end', 'outwards', 'grapheme'),
  edgeCommand('annotation.shrinkEndByCharacter', 'end', 'inwards', 'grapheme'),
  edgeCommand('annotation.growStartByCharacter', 'start', 'outwards', 'grapheme'),
  edgeCommand('annotation.shrinkStartByCharacter', 'start', 'inwards', 'grapheme'),
];
