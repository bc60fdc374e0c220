import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { descriptionIri, idOfIri, iriOf, isIri, originOfIri } from '../../../src/core/formats/iri.ts';

const uuid = '2f1c9e4a-7c55-4b6e-9f1d-0a1b2c3d4e5f';

describe('ids', () => {
  test('that are IRIs of the web stay as they are', () => {
    for (const iri of ['http://example.org/anno1', 'https://x.org/a#b', 'urn:isbn:123', '#ce0ed291'])
      expect(iriOf('span', iri)).toBe(iri);
  });

  test('that are UUIDs become URNs of such', () => {
    expect(iriOf('span', uuid)).toBe(`urn:uuid:${uuid}`);
    expect(idOfIri(`urn:uuid:${uuid}`)).toBe(uuid);
  });

  test('of each kind have IRIs of their own', () => {
    expect(iriOf('span', 'a b/ü')).toBe('urn:x-ascribe:span:a%20b%2F%C3%BC');
    const kinds = ['article', 'span', 'relation', 'person', 'origin'] as const;
    expect(new Set(kinds.map((kind) => iriOf(kind, 'x'))).size).toBe(5);
    expect(descriptionIri('x')).not.toBe(iriOf('article', 'x'));
  });

  test('with a scheme that a context may have a prefix of are written out', () => {
    expect(iriOf('span', 'dc:title')).toBe('urn:x-ascribe:span:dc%3Atitle');
  });

  test('come back from their IRIs, whatever they are', () => {
    const awkward = fc.constantFrom(
      uuid,
      `urn:uuid:${uuid}`,
      'urn:uuid:x',
      'urn:x-ascribe:span:a',
      'urn:x-ascribe:span:%',
      'http://a b',
      '#',
      '%41',
      '\ud800'.replace('\ud800', '\ufffd'),
    );
    fc.assert(
      fc.property(fc.oneof(awkward, fc.string({ unit: 'binary', minLength: 1 }), fc.webUrl()), (id) => {
        for (const kind of ['article', 'span', 'relation', 'person', 'origin'] as const) {
          const iri = iriOf(kind, id);
          expect(isIri(iri)).toBe(true);
          expect(idOfIri(iri)).toBe(id);
        }
        expect(originOfIri(iriOf('origin', id))).toBe(id);
      }),
    );
  });
});

test('IRIs of others stand for themselves, broken ones too', () => {
  for (const iri of ['mailto:a@b', 'urn:x-ascribe:span:%E0%A4%A', 'urn:uuid:no'])
    expect(idOfIri(iri)).toBe(iri);
  expect(originOfIri('http://example.org/client1')).toBeUndefined();
});

test('what is no IRI is known by its characters', () => {
  for (const text of ['not a uri', '', 'a"b:c', 'x:y z', 'plain']) expect(isIri(text)).toBe(false);
});
