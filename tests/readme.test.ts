import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandName } from '../src/bridge/command-name.ts';
import { type CommandDefinition, commandIds, commands } from '../src/bridge/commands.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** A row of the README's table for every command that has a key. */
function keyRows(): string[] {
  return commandIds.flatMap((id) => {
    const { menu, keys = [] }: CommandDefinition = commands[id];
    if (keys.length === 0) return [];
    const shown = keys.map((key) => `\`${key.replace('CmdOrCtrl', 'Ctrl')}\``).join(', ');
    return [`| ${menu} | ${commandName(id)} | ${shown} |`];
  });
}

describe('the README', () => {
  it('lists the keys of every command, as bridge/commands.ts has them', () => {
    const table = ['| menu | command | keys |', '| --- | --- | --- |', ...keyRows()].join('\n');
    expect(readme).toContain(table);
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/npm run (?:--silent )?([a-z-]+)/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });
});
