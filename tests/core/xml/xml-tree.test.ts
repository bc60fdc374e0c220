import { expect, test } from 'vitest';
import {
  childElement,
  childElements,
  descendants,
  textContent,
  xmlTree,
} from '../../../src/core/xml/xml-tree.ts';

function tree(text: string) {
  const read = xmlTree(text);
  if (!read.ok) throw new Error(read.reason.reason);
  return read.value;
}

test('elements and texts in their order; texts beside one another are one', () => {
  const root = tree('<a>x<![CDATA[y]]><!-- -->z<b c="1">in</b>\n<d/></a>');
  expect(root.children.map((child) => (typeof child === 'string' ? child : child.local))).toEqual([
    'xyz',
    'b',
    '\n',
    'd',
  ]);
  expect(childElement(root, 'b')?.attributes.get('c')).toBe('1');
  expect(childElements(root).map(({ local, line }) => [local, line])).toEqual([
    ['b', 1],
    ['d', 2],
  ]);
});

test('text and elements at any depth', () => {
  const root = tree('<a>1<b>2<c>3</c></b>4<c>5</c></a>');
  expect(textContent(root)).toBe('12345');
  expect([...descendants(root, 'c')].map(textContent)).toEqual(['3', '5']);
});

test('what is too much for memory is given up', () => {
  const many = `<a>${'<b/>'.repeat(100)}</a>`;
  expect(xmlTree(many, { limits: { nodes: 50 } })).toMatchObject({ ok: false });
  expect(xmlTree(many, { limits: { nodes: 101 } })).toMatchObject({ ok: true });
  expect(xmlTree('<a>')).toMatchObject({ ok: false, reason: { line: 1 } });
});

test('instructions of one target are kept where they are asked for', () => {
  const text = '<?a prolog?><r><?a  one ??><?b no?><c><?a in?></c><?a?></r>';
  const read = xmlTree(text, { instructions: 'a' });
  if (!read.ok) throw new Error(read.reason.reason);
  expect(read.value.instructions).toEqual(['one ?', '']);
  expect(childElement(read.value, 'c')?.instructions).toEqual(['in']);
  expect(tree(text).instructions).toBeUndefined();
});
