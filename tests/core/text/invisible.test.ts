import { describe, expect, it } from 'vitest';
import { invisibleAt } from '../../../src/core/text/invisible.ts';

describe('invisibleAt', () => {
  it.each([
    ['\u202e', 'direction', 'RLO', 'right-to-left override', 1],
    ['\u2066', 'direction', 'LRI', 'left-to-right isolate', 1],
    ['\u200f', 'direction', 'RLM', 'right-to-left mark', 1],
    ['\u200b', 'zero-width', 'ZWSP', 'zero width space', 1],
    ['\ufeff', 'zero-width', 'BOM', 'zero width no-break space', 1],
    ['\u00ad', 'zero-width', 'SHY', 'soft hyphen', 1],
    ['\u0000', 'control', 'NUL', 'control character 00', 1],
    ['\u001b', 'control', 'ESC', 'control character 1B', 1],
    ['\u007f', 'control', 'DEL', 'delete', 1],
    ['\u0085', 'control', '85', 'control character 85', 1],
    ['\u{e0041}', 'tag', 'TAG A', 'tag A', 2],
    ['\u{e0020}', 'tag', 'TAG ␠', 'tag space', 2],
    ['\u{e0001}', 'tag', 'TAG', 'language tag', 2],
    ['\u{e007f}', 'tag', 'TAG', 'cancel tag', 2],
  ] as const)('names %j', (character, category, label, name, length) => {
    expect(invisibleAt(`a${character}b`, 1)).toEqual({ category, label, name, length });
    expect(invisibleAt(character)?.label).toBe(label);
  });

  it('names all that the design lists', () => {
    const listed = [0x00ad, 0xfeff];
    for (const [from, to] of [
      [0x202a, 0x202e],
      [0x2066, 0x2069],
      [0x200b, 0x200f],
      [0xe0000, 0xe007f],
    ] as const) {
      for (let codePoint = from; codePoint <= to; codePoint++) listed.push(codePoint);
    }
    for (const codePoint of listed) expect(invisibleAt(String.fromCodePoint(codePoint))?.label).toBeTruthy();
  });

  it.each(['a', ' ', '\n', '\t', '\u00a0', 'é', '😀', '\ud83d', '\u{e0080}', '\u0301', ''])(
    'leaves %j alone',
    (text) => {
      expect(invisibleAt(text)).toBeUndefined();
    },
  );

  it('has a name of its own for each character', () => {
    const names = new Set<string>();
    let found = 0;
    for (let codePoint = 0; codePoint < 0x10000; codePoint++) {
      const invisible = invisibleAt(String.fromCharCode(codePoint));
      if (invisible === undefined) continue;
      found += 1;
      names.add(invisible.name);
    }
    expect(found).toBeGreaterThan(50);
    expect(names.size).toBe(found);
  });
});
