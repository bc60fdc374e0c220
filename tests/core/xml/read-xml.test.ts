import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inNamespace, readXml, type XmlReadingOptions, xmlId } from '../../../src/core/xml/read-xml.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';

function events(text: string, options?: XmlReadingOptions) {
  const heard: string[] = [];
  const read = readXml(
    text,
    {
      open: ({ uri, local, attributes, line }) =>
        heard.push(`<${uri ? `{${uri}}` : ''}${local} ${JSON.stringify([...attributes])} ${line}`),
      text: (found) => heard.push(found),
      close: () => heard.push('>'),
    },
    options,
  );
  return read.ok ? heard : read.reason;
}

describe('what is heard', () => {
  test('elements with namespaces, lines and text, line ends as line feeds', () => {
    expect(events('<?xml version="1.0"?>\n<a xmlns="n" xmlns:p="m" b="1" p:c="2">\r\n<p:d/>x</a>')).toEqual([
      '<{n}a [["b","1"],["{m}c","2"]] 2',
      '\n',
      '<{m}d [] 3',
      '>',
      'x',
      '>',
    ]);
  });

  test('the attributes that XML itself defines', () => {
    expect(events('<a xml:id="i"/>')).toEqual([`<a [["${xmlId}","i"]] 1`, '>']);
    expect(inNamespace('u', 'l')).toBe('{u}l');
  });

  test('CDATA and references as text; comments and instructions not at all', () => {
    const heard = events('<a><!--no--><![CDATA[<&]]>&amp;&#x1F600;<?no?></a>');
    expect(Array.isArray(heard) && heard.slice(1, -1).join('')).toBe('<&&😀');
  });

  test('names that mean something to objects are names', () => {
    expect(events('<__proto__ __proto__="1" constructor="2"/>')).toEqual([
      '<__proto__ [["__proto__","1"],["constructor","2"]] 1',
      '>',
    ]);
  });
});

describe('what is refused, with its line', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>\n<a>&c;</a>';

  test('what is not well-formed', () => {
    expect(events('<a>\n<b></a>')).toEqual({
      reason: 'it is not well-formed XML (unexpected close tag)',
      line: 2,
    });
    expect(events('')).toMatchObject({ reason: expect.stringMatching(/root element/) });
    expect(events('<a b="1" b="2"/>')).toMatchObject({ reason: expect.stringMatching(/duplicate/) });
    expect(events('<a>\u0001</a>')).toMatchObject({ reason: expect.stringMatching(/disallowed/) });
  });

  test('an entity of a document type: none is ever expanded', () => {
    expect(events(bomb)).toEqual({
      reason: 'it uses an entity that only its document type may declare',
      line: 2,
    });
    const external = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a b="&x;"/>';
    expect(events(external)).toMatchObject({ reason: expect.stringMatching(/entity/) });
  });

  test('a document type by itself is passed over, and entities that the caller knows are text', () => {
    expect(
      events('<!DOCTYPE a SYSTEM "a.dtd"><a>&nbsp;</a>', { entities: new Map([['nbsp', '\u00a0']]) }),
    ).toEqual(['<a [] 1', '\u00a0', '>']);
  });

  test('what is too deep, too wide or too long', () => {
    expect(events('<a>'.repeat(100_000))).toMatchObject({ reason: expect.stringMatching(/256 deep/) });
    const wide = `<a ${Array.from({ length: 11_000 }, (_, i) => `b${i}=""`).join(' ')}/>`;
    expect(events(wide)).toMatchObject({ reason: expect.stringMatching(/attributes/) });
    expect(events('<a/>', { limits: { units: 3 } })).toMatchObject({ reason: 'it is too large' });
  });
});

test('a line of ten megabytes takes time in proportion', () => {
  const started = performance.now();
  expect(events(`<a>${'x &lt; '.repeat(1_400_000)}</a>`)).toHaveProperty('length');
  expect(performance.now() - started).toBeLessThan(10_000);
});

const real = ['tei/testbasic.xml', 'tei/names-demo-en.xml', 'refi-qda/hand_authored/project.qde'];
test.skipIf(!hasSharedData)(`changed real files never throw${sharedDataNote}`, () => {
  const texts = real.map((path) => readFileSync(sharedData(path), 'utf8').slice(0, 20_000));
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.nat(200),
      fc.string({ maxLength: 5 }),
      (text, at, gone, put) => {
        const place = at % text.length;
        events(text.slice(0, place) + put + text.slice(place + gone));
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});
