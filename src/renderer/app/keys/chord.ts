/** A key with its modifiers. `key` is a single character (letters in upper case) or a named key such as `Enter`. */
export interface Chord {
  /** Ctrl, on macOS Command. */
  readonly command: boolean;
  readonly alt: boolean;
  /** Null for characters that say themselves whether Shift is held, such as `{` or `?`. */
  readonly shift: boolean | null;
  readonly key: string;
}

/** Electron's names for keys that `KeyboardEvent.key` names otherwise. */
const eventNames: Readonly<Record<string, string>> = {
  Plus: '+',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Space: ' ',
};

/** Reads an accelerator of `bridge/commands.ts`, e.g. `CmdOrCtrl+Shift+V`, `Alt+]` or `+`. */
export function parseAccelerator(accelerator: string): Chord {
  const parts = accelerator === '+' ? ['+'] : accelerator.split('+');
  const last = parts.at(-1) ?? '';
  const modifiers = new Set(parts.slice(0, -1));
  const key = eventNames[last] ?? last;
  const saysShift = key.length === 1 && !/[A-Z0-9]/.test(key);
  return {
    command: modifiers.has('CmdOrCtrl'),
    alt: modifiers.has('Alt'),
    shift: saysShift ? null : modifiers.has('Shift'),
    key,
  };
}
