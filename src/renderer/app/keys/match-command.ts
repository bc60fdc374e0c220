import { type CommandDefinition, type CommandId, commandIds, commands } from '../../../bridge/commands.ts';
import { type Chord, parseAccelerator } from './chord.ts';
import { keysOf, onOtherKeys } from './keys-in-force.ts';
import { pressedKeys } from './pressed-keys.ts';

export type CommandPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'getModifierState'
>;

export interface CommandMatch {
  readonly id: CommandId;
  /** Alt was held beside the command's own keys: tag exactly what is selected. */
  readonly alt: boolean;
}

interface Binding {
  readonly id: CommandId;
  readonly where: 'app' | 'text';
  readonly chord: Chord;
  /** Alt may be held beside the keys. */
  readonly altAllowed: boolean;
}

function bindingsInForce(): readonly Binding[] {
  return commandIds.flatMap((id) => {
    const definition: CommandDefinition = commands[id];
    return keysOf(id).map((keys) => ({
      id,
      where: definition.where ?? 'app',
      chord: parseAccelerator(keys),
      altAllowed: /^annotation\.tag\d$/.test(id),
    }));
  });
}

let bindings = bindingsInForce();
onOtherKeys(() => {
  bindings = bindingsInForce();
});

/**
 * The command that a key press means, or undefined.
 * @param inText whether the article text has the focus; only then plain letters are commands.
 */
export function matchCommand(press: CommandPress, inText: boolean, isMac: boolean): CommandMatch | undefined {
  // AltGr types characters; Windows reports it as Ctrl and Alt together.
  const altGraph = press.getModifierState('AltGraph');
  const command = isMac ? press.metaKey : press.ctrlKey && !altGraph;
  const other = isMac ? press.ctrlKey : press.metaKey;
  const alt = press.altKey && !altGraph;
  if (other) return undefined;
  for (const key of pressedKeys(press)) {
    for (const { id, where, chord, altAllowed } of bindings) {
      if (where === 'text' && !inText) continue;
      if (chord.key !== key || chord.command !== command) continue;
      if (chord.shift !== null && chord.shift !== press.shiftKey) continue;
      if (chord.alt !== alt && !(altAllowed && alt)) continue;
      return { id, alt: alt && !chord.alt };
    }
  }
  return undefined;
}
