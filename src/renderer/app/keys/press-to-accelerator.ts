import { type KeyPress, pressedKeys } from './pressed-keys.ts';

type FullPress = KeyPress & Pick<KeyboardEvent, 'ctrlKey' | 'metaKey'>;

/** Names of `KeyboardEvent.key` that accelerators call otherwise. */
const names: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ' ': 'Space',
};

const modifiers = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock', 'Dead', 'Process'];

/** The accelerator of a key press; undefined for a modifier alone and for keys that no accelerator has. */
export function acceleratorOf(press: FullPress, isMac: boolean): string | undefined {
  if (modifiers.includes(press.key)) return undefined;
  const key = pressedKeys(press).find((each) => each.length > 1 || /^[ -~]$/.test(each));
  if (key === undefined) return undefined;
  const command = isMac ? press.metaKey : press.ctrlKey;
  // A character such as `?` says by itself that Shift is held.
  const shift = press.shiftKey && (key.length > 1 || /^[A-Z0-9 ]$/.test(key));
  const held = [command && 'CmdOrCtrl', press.altKey && 'Alt', shift && 'Shift'].filter(
    (each) => each !== false,
  );
  const name = names[key] ?? (key === '+' && held.length > 0 ? 'Plus' : key);
  return [...held, name].join('+');
}
