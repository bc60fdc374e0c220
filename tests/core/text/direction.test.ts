import { describe, expect, it } from 'vitest';
import { directionOf } from '../../../src/core/text/direction.ts';

describe('directionOf', () => {
  it.each([
    ['English', 'Putin demands guarantees', 'ltr'],
    ['Arabic', 'قال الرئيس الروسي فلاديمير بوتين', 'rtl'],
    ['Hebrew', 'אמר נשיא רוסיה ולדימיר פוטין', 'rtl'],
    ['an Arabic article that begins with a Latin name', 'NATO: قال الأمين العام للحلف أمس', 'rtl'],
    [
      'an English article with a stray Arabic word',
      'وبر one The atmosphere of optimism that followed',
      'ltr',
    ],
    ['Chinese', '普京要求西方', 'ltr'],
    ['digits and punctuation', '12.3 — (4)', 'ltr'],
    ['nothing', '', 'ltr'],
  ] as const)('of %s', (_, text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });

  it('looks at the beginning only', () => {
    expect(directionOf(`${'a'.repeat(4000)}${'ا'.repeat(9000)}`)).toBe('ltr');
  });
});
