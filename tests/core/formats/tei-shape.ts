import { inNamespace, xmlId } from '../../../src/core/xml/read-xml.ts';
import { childElements, type XmlElement, xmlTree } from '../../../src/core/xml/xml-tree.ts';

/** What an element may hold. `text`: characters beside its elements. */
interface Shape {
  readonly attributes?: string;
  readonly children?: string;
  readonly text?: true;
}

const phrases = 'persName orgName rs placeName date said pb';
const blocks = 'p ab quote list';
const names: Shape = { attributes: 'corresp ref type', children: phrases, text: true };

/**
 * The part of TEI P5 that we write, after the specifications of its elements (Guidelines, appendix C). No copy of its RELAX NG schema is at hand here: that an element is missing
 * from this table is a fault, as is an attribute or child that its specification does not allow.
 */
const shapes: Readonly<Record<string, Shape>> = {
  teiCorpus: { children: 'teiHeader TEI' },
  TEI: { children: 'teiHeader standOff text' },
  teiHeader: { children: 'fileDesc encodingDesc profileDesc' },
  fileDesc: { children: 'titleStmt publicationStmt sourceDesc' },
  titleStmt: { children: 'title respStmt' },
  title: { text: true },
  respStmt: { children: 'resp name' },
  resp: { text: true },
  name: { text: true },
  publicationStmt: { children: 'p' },
  sourceDesc: { children: 'p bibl' },
  bibl: { children: 'note' },
  note: { attributes: 'type subtype', text: true },
  encodingDesc: { children: 'appInfo classDecl' },
  appInfo: { children: 'application' },
  application: { attributes: 'ident version', children: 'label' },
  label: { text: true },
  classDecl: { children: 'taxonomy' },
  taxonomy: { children: 'category' },
  category: { children: 'gloss desc' },
  gloss: { text: true },
  desc: { text: true },
  profileDesc: { children: 'particDesc textClass' },
  particDesc: { children: 'listPerson' },
  listPerson: { children: 'person org personGrp' },
  person: { children: 'persName occupation note' },
  personGrp: { children: 'persName occupation note' },
  org: { children: 'orgName desc note' },
  occupation: { text: true },
  textClass: { children: 'keywords' },
  keywords: { children: 'term' },
  term: { text: true },
  standOff: { children: 'listAnnotation listRelation' },
  listAnnotation: { children: 'annotation' },
  annotation: { attributes: 'motivation target resp', children: 'revisionDesc note' },
  revisionDesc: { children: 'change' },
  change: { attributes: 'status when' },
  listRelation: { children: 'relation' },
  relation: { attributes: 'name active passive resp' },
  text: { children: 'body' },
  body: { children: `head byline pb div ${blocks}` },
  div: { children: `head byline pb ${blocks}` },
  head: { ...names, attributes: 'type' },
  byline: names,
  p: { children: phrases, text: true },
  ab: { ...names, attributes: 'type' },
  quote: { children: phrases, text: true },
  list: { children: 'item pb' },
  item: { children: phrases, text: true },
  pb: {},
  persName: names,
  orgName: names,
  rs: names,
  placeName: names,
  date: { ...names, attributes: 'corresp when' },
  said: { ...names, attributes: 'corresp who direct' },
};
const everywhere = new Set([xmlId, inNamespace('http://www.w3.org/XML/1998/namespace', 'space'), 'n', 'ana']);
/** Those that come once, in this order. */
const ordered: Readonly<Record<string, readonly string[]>> = {
  fileDesc: ['titleStmt', 'publicationStmt', 'sourceDesc'],
  TEI: ['teiHeader', 'standOff', 'text'],
};
const word = /^[^\p{C}\p{Z}]+$/u;

/** What is wrong with a document of ours, a line each. */
export function teiFaults(document: string): string[] {
  const read = xmlTree(document);
  if (!read.ok) return [`line ${read.reason.line}: ${read.reason.reason}`];
  const faults: string[] = [];
  const ids = new Set<string>();
  const pointers: string[] = [];
  check(read.value);
  for (const pointer of pointers) if (!ids.has(pointer)) faults.push(`${pointer} points at nothing`);
  return faults;

  function check(element: XmlElement): void {
    const { local, uri, line, attributes } = element;
    const say = (fault: string) => faults.push(`line ${line}, <${local}>: ${fault}`);
    const shape = shapes[local];
    if (uri !== 'http://www.tei-c.org/ns/1.0') say('it is not of TEI');
    if (shape === undefined) return void say('it is not in the table');
    const allowed = new Set((shape.attributes ?? '').split(' '));
    for (const [name, value] of attributes) {
      if (!allowed.has(name) && !everywhere.has(name)) say(`attribute ${name}`);
      if (/^(?:type|subtype|name|status|motivation|ident)$/.test(name) && !word.test(value))
        say(`“${value}” is no word`);
      for (const [, range, plain] of value.matchAll(/#string-range\(([^,]+),\d+,\d+\)|^#(\S+)$/g))
        pointers.push(range ?? plain ?? '');
    }
    const id = attributes.get(xmlId);
    if (id !== undefined && ids.has(id)) say(`the id ${id} is there twice`);
    if (id !== undefined) ids.add(id);
    if (
      shape.text !== true &&
      element.children.some((child) => typeof child === 'string' && child.trim() !== '')
    )
      say('text');
    const children = childElements(element);
    const possible = new Set((shape.children ?? '').split(' '));
    for (const child of children) if (!possible.has(child.local)) say(`<${child.local}> in it`);
    const order = ordered[local];
    const places = children.map((child) => order?.indexOf(child.local) ?? 0);
    if (places.some((place, i) => i > 0 && place < (places[i - 1] ?? 0))) say('its parts are out of order');
    if (local === 'body' || local === 'div') checkDivision(children, local, say);
    if (
      /^(?:standOff|list|listAnnotation|listRelation|listPerson|keywords|revisionDesc|taxonomy)$/.test(
        local,
      ) &&
      children.length === 0
    )
      say('it is empty');
    for (const child of children) check(child);
  }

  /** Heads and bylines at the top, then blocks, then divisions; a body has at least one of the latter two. */
  function checkDivision(children: readonly XmlElement[], local: string, say: (fault: string) => void): void {
    const rank = (name: string) => (/^(?:head|byline)$/.test(name) ? 0 : name === 'div' ? 2 : 1);
    const ranks = children.filter((child) => child.local !== 'pb').map((child) => rank(child.local));
    if (ranks.some((one, i) => i > 0 && one < (ranks[i - 1] ?? 0)))
      say('a head, block or division out of place');
    if (local === 'body' && !ranks.some((one) => one > 0)) say('nothing but heads');
  }
}
