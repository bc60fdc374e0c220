/** A caret movement that a key asks for. `left` and `right` are what the eye sees, `forward` and `backward` follow the text. */
export type Movement =
  | { readonly unit: 'character' | 'word'; readonly direction: 'left' | 'right' }
  | {
      readonly unit: 'line' | 'lineEdge' | 'block' | 'page' | 'article';
      readonly direction: 'forward' | 'backward';
    };

export interface MovementKey {
  readonly movement: Movement;
  /** Shift: the anchor stays. */
  readonly extend: boolean;
}

/** The part of a keyboard event that decides. */
export type KeyStroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** The movement of a key as the platform has it, or null when the key moves no caret. */
export function movementOf(stroke: KeyStroke, isMac: boolean): MovementKey | null {
  const movement = isMac ? macMovement(stroke) : plainMovement(stroke);
  return movement === null ? null : { movement, extend: stroke.shiftKey };
}

function plainMovement({ key, ctrlKey, altKey, metaKey }: KeyStroke): Movement | null {
  // Ctrl and Alt together are commands.
  if (metaKey || (ctrlKey && altKey)) return null;
  const byWord = ctrlKey || altKey;
  switch (key) {
    case 'ArrowLeft':
      return { unit: byWord ? 'word' : 'character', direction: 'left' };
    case 'ArrowRight':
      return { unit: byWord ? 'word' : 'character', direction: 'right' };
    case 'ArrowUp':
      return altKey ? null : { unit: ctrlKey ? 'block' : 'line', direction: 'backward' };
    case 'ArrowDown':
      return altKey ? null : { unit: ctrlKey ? 'block' : 'line', direction: 'forward' };
    case 'Home':
      return altKey ? null : { unit: ctrlKey ? 'article' : 'lineEdge', direction: 'backward' };
    case 'End':
      return altKey ? null : { unit: ctrlKey ? 'article' : 'lineEdge', direction: 'forward' };
    default:
      return byWord ? null : pageMovement(key);
  }
}

function macMovement({ key, ctrlKey, altKey, metaKey }: KeyStroke): Movement | null {
  if (ctrlKey || (metaKey && altKey)) return null;
  switch (key) {
    case 'ArrowLeft':
      if (metaKey) return { unit: 'lineEdge', direction: 'backward' };
      return { unit: altKey ? 'word' : 'character', direction: 'left' };
    case 'ArrowRight':
      if (metaKey) return { unit: 'lineEdge', direction: 'forward' };
      return { unit: altKey ? 'word' : 'character', direction: 'right' };
    case 'ArrowUp':
      if (metaKey) return { unit: 'article', direction: 'backward' };
      return { unit: altKey ? 'block' : 'line', direction: 'backward' };
    case 'ArrowDown':
      if (metaKey) return { unit: 'article', direction: 'forward' };
      return { unit: altKey ? 'block' : 'line', direction: 'forward' };
    case 'Home':
      return metaKey || altKey ? null : { unit: 'article', direction: 'backward' };
    case 'End':
      return metaKey || altKey ? null : { unit: 'article', direction: 'forward' };
    default:
      return metaKey || altKey ? null : pageMovement(key);
  }
}

function pageMovement(key: string): Movement | null {
  if (key === 'PageUp') return { unit: 'page', direction: 'backward' };
  return key === 'PageDown' ? { unit: 'page', direction: 'forward' } : null;
}
