import { type CommandDefinition, type CommandId, commandIds, commands } from '../../../bridge/commands.ts';
import { acceleratorSchema, type Keymap, keysIn } from '../../../bridge/keymap.ts';
import { type Chord, parseAccelerator } from './chord.ts';

/** What giving keys to a command comes to. */
export type KeyChoice =
  | { readonly kind: 'free'; readonly keymap: Keymap }
  /** Another command has these keys; `keymap` takes them away from it. */
  | { readonly kind: 'taken'; readonly by: CommandId; readonly keymap: Keymap }
  /** These keys cannot be given to this command; a sentence says why. */
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Gives keys to a command, in the place of those that it has.
 * @param accelerator the keys that were pressed
 */
export function chooseKeys(keymap: Keymap, id: CommandId, accelerator: string): KeyChoice {
  if (!acceleratorSchema.safeParse(accelerator).success)
    return refused('That key cannot be given to a command.');
  const chord = parseAccelerator(accelerator);
  const reserved = reservedFor(chord);
  if (reserved !== undefined) return refused(`These keys ${reserved}, and cannot mean anything else.`);
  const { where }: CommandDefinition = commands[id];
  if (where !== 'text' && !chord.command && !chord.alt && !/^F\d+$/.test(chord.key)) {
    return refused(
      'This command works everywhere, so its keys need Ctrl, Alt or a function key: plain letters are for the text.',
    );
  }
  const given: Keymap = { ...keymap, [id]: [accelerator] };
  const by = commandIds.find(
    (other) => other !== id && keysIn(keymap, other).some((keys) => clash(other, keys, chord)),
  );
  if (by === undefined) return { kind: 'free', keymap: given };
  const rest = keysIn(keymap, by).filter((keys) => !clash(by, keys, chord));
  return { kind: 'taken', by, keymap: { ...given, [by]: rest } };
}

/** A command without keys. */
export function withoutKeys(keymap: Keymap, id: CommandId): Keymap {
  return { ...keymap, [id]: [] };
}

/**
 * A command with its own keys again.
 * @returns the commands that have one of them now, which keep it until they are given others
 */
export function withOwnKeys(
  keymap: Keymap,
  id: CommandId,
): { readonly keymap: Keymap; readonly by: readonly CommandId[] } {
  const { [id]: _, ...rest } = keymap;
  const own = keysIn(rest, id).map(parseAccelerator);
  const by = commandIds.filter(
    (other) =>
      other !== id && keysIn(rest, other).some((keys) => own.some((chord) => clash(other, keys, chord))),
  );
  return { keymap: rest, by };
}

/** What of a keymap differs from the commands' own keys. */
export function isOwn(keymap: Keymap, id: CommandId): boolean {
  return JSON.stringify(keysIn(keymap, id)) === JSON.stringify(keysIn({}, id));
}

/** True when a command's keys and a chord are pressed alike. Alt beside a tag's key tags exactly what is selected. */
function clash(id: CommandId, keys: string, chord: Chord): boolean {
  const mine = parseAccelerator(keys);
  if (mine.key !== chord.key || mine.command !== chord.command) return false;
  if (mine.shift !== null && chord.shift !== null && mine.shift !== chord.shift) return false;
  return mine.alt === chord.alt || (/^annotation\.tag\d$/.test(id) && chord.alt);
}

/** What keys do that belong to the text, to the system or to the window, or undefined. */
function reservedFor({ key, command, alt }: Chord): string | undefined {
  if (/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(key) && !alt) return 'move the caret';
  if (/^Page(Up|Down)$/.test(key) && !alt && !command) return 'move the caret';
  if (command && !alt && key === 'A') return 'select all';
  if (command && !alt && /^[CXV]$/.test(key)) return 'copy, cut and paste';
  if (command && !alt && key === 'Q') return 'quit the app';
  return undefined;
}

function refused(message: string): KeyChoice {
  return { kind: 'refused', message };
}
