import { inNamespace, type XmlStart } from '../../xml/read-xml.ts';

/** WordprocessingML, transitional and strict (ECMA-376, part 1, annex A). */
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const strictWord = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

export function isWord({ uri }: XmlStart): boolean {
  return uri === word || uri === strictWord;
}

/** An attribute of WordprocessingML by its name. */
export function wordAttribute({ attributes }: XmlStart, name: string): string | undefined {
  return (
    attributes.get(inNamespace(word, name)) ??
    attributes.get(inNamespace(strictWord, name)) ??
    attributes.get(name)
  );
}

/** The `val` of a property that is on or off: it is on when it is there and does not say otherwise (17.17.4). */
export function isOn(element: XmlStart): boolean {
  return !['0', 'false', 'off', 'none'].includes(wordAttribute(element, 'val') ?? 'true');
}
