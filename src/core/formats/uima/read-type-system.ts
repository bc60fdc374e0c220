import { type Result, success } from '../../model/result.ts';
import type { XmlFault } from '../../xml/xml-fault.ts';
import { childElement, descendants, textContent, type XmlElement, xmlTree } from '../../xml/xml-tree.ts';
import { type CasFeature, type CasType, topType } from './type-system.ts';

/** Reads a type system description (UIMA References, section “Type System Descriptors”). What it imports from elsewhere is not there. */
export function readTypeSystem(text: string): Result<CasType[], XmlFault> {
  const tree = xmlTree(text);
  if (!tree.ok) return tree;
  return success(
    [...descendants(tree.value, 'typeDescription')].map((type) => ({
      name: textOf(type, 'name'),
      superType: textOf(type, 'supertypeName') || topType,
      features: [...descendants(type, 'featureDescription')].map(featureOf),
    })),
  );
}

function featureOf(element: XmlElement): CasFeature {
  return {
    name: textOf(element, 'name'),
    range: arrayRange(textOf(element, 'rangeTypeName'), textOf(element, 'elementType')),
    isShared: textOf(element, 'multipleReferencesAllowed') === 'true',
  };
}

/** A range in the names of UIMA 2 or 3 as `Type[]`, where it is an array: `uima.cas.FSArray` of `a.B` is `a.B[]`, `uima.cas.StringArray` is `uima.cas.String[]`. */
export function arrayRange(range: string, elementType = ''): string {
  if (range === 'uima.cas.FSArray') return `${elementType === '' ? topType : elementType}[]`;
  return range.replace(/^(uima\.cas\.\w+)Array$/, '$1[]');
}

function textOf(element: XmlElement, name: string): string {
  const child = childElement(element, name);
  return child === undefined ? '' : textContent(child).trim();
}
