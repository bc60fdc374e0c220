import { afterEach, expect, test } from 'vitest';
import { dateFormat } from '../../../src/core/messages/date-format.ts';
import { languageInForce, putLanguageInForce } from '../../../src/core/messages/language-in-force.ts';
import { pseudoTag, pseudoText } from '../../../src/core/messages/pseudo-language.ts';
import { t } from '../../../src/core/messages/translate.ts';
import { grouped } from '../../../src/core/text/number-words.ts';

afterEach(() => {
  putLanguageInForce('en');
});

test('English is spoken unasked, and where another language is not there', () => {
  expect(languageInForce().tag).toBe('en');
  expect(putLanguageInForce('xx').tag).toBe('en');
});

test('a message takes what it is given, and the form that the number wants', () => {
  expect(t('panels.card.note')).toBe('Note');
  expect(t('panels.card.removeName', { name: 'Unit {b} <i>' })).toBe('Remove Unit {b} <i>');
  expect(t('panels.statusBar.annotations', { annotations: 1 })).toBe('1 annotation');
  expect(t('panels.statusBar.annotations', { annotations: 12_345 })).toBe('12\u202f345 annotations');
});

test('the pseudo-language runs from right to left, in brackets and accents', () => {
  expect(putLanguageInForce(pseudoTag).direction).toBe('rtl');
  expect(t('panels.card.note')).toBe('\u2067⟦Ñóŧé⟧\u2069');
  expect(t('panels.card.removeName', { name: 'Eva' })).toBe('\u2067⟦Řéḿóṽé Eva⟧\u2069');
  expect(t('panels.statusBar.annotations', { annotations: 2 })).toBe('\u2067⟦2 áññóŧáŧíóñš⟧\u2069');
});

test('arguments and branches keep their names in the pseudo-language', () => {
  expect(pseudoText('{n, plural, one {a {b}} other {# as}} on')).toBe(
    '\u2067⟦{n, plural, one {á {b}} other {# áš}} óñ⟧\u2069',
  );
});

test('days and numbers follow the language', () => {
  expect(dateFormat({ dateStyle: 'long', timeZone: 'UTC' }).format(0)).toBe('1 January 1970');
  expect(grouped(1_234_567)).toBe('1\u202f234\u202f567');
});
