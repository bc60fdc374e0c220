import { SaxesParser, type SaxesTagNS } from 'saxes';
import { failure, type Result, success } from '../model/result.ts';
import type { XmlFault } from './xml-fault.ts';
import { type XmlLimits, xmlLimits } from './xml-limits.ts';

/** Attributes by name: those without a prefix by their name, others as `{namespace}name`, whatever their prefix is. */
export type XmlAttributes = ReadonlyMap<string, string>;

/** An element as its start tag tells of it. */
export interface XmlStart {
  /** The namespace; empty without one. */
  readonly uri: string;
  /** The name without its prefix. */
  readonly local: string;
  readonly attributes: XmlAttributes;
  /** Line of the start tag, from 1. */
  readonly line: number;
}

/** Hears what stands in a document, in its order. */
export interface XmlListener {
  open(element: XmlStart): void;
  /** Of one stretch of text there may be several calls; CDATA sections are text. White space is kept, line ends are line feeds. */
  text?(text: string): void;
  /** A processing instruction in the element that is open: what stands after its target, without white space at its start. */
  instruction?(target: string, body: string): void;
  /** The end of the element that was opened last and is not closed. */
  close(): void;
}

export interface XmlReadingOptions {
  readonly limits?: Partial<XmlLimits>;
  /** What entities stand for beside the five of XML and character references, as `nbsp` does in XHTML; they are text, never parsed. */
  readonly entities?: ReadonlyMap<string, string>;
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** The key of an attribute with a namespace: `attributes.get(inNamespace(uri, 'id'))`. */
export function inNamespace(uri: string, local: string): string {
  return `{${uri}}${local}`;
}

export const xmlId = inNamespace(xmlNamespace, 'id');
export const xmlSpace = inNamespace(xmlNamespace, 'space');

/**
 * Reads a document (XML 1.0 or 1.1, with namespaces) strictly: the first fault ends it. A document type declaration is passed over: nothing is
 * fetched, and an entity that only it declares is a fault, so that none is ever expanded. Comments are left out.
 */
export function readXml(
  text: string,
  listener: XmlListener,
  { limits, entities }: XmlReadingOptions = {},
): Result<undefined, XmlFault> {
  const { depth: deepest, units, attributes: mostAttributes } = { ...xmlLimits, ...limits };
  if (text.length > units) return failure({ reason: 'it is too large', line: 1 });
  const parser = new SaxesParser({ xmlns: true });
  for (const [name, value] of entities ?? []) parser.ENTITIES[name] = value;
  let depth = 0;
  let attributeCount = 0;
  let line = 1;
  const stop = (reason: string): never => {
    throw new Stopped({ reason, line: parser.line });
  };
  parser.on('error', ({ message }) => stop(faultOf(message)));
  parser.on('opentagstart', () => {
    line = parser.line;
    attributeCount = 0;
    depth++;
    if (depth > deepest) stop(`its elements stand more than ${deepest} deep in one another`);
  });
  parser.on('attribute', () => {
    attributeCount++;
    if (attributeCount > mostAttributes) stop(`an element has more than ${mostAttributes} attributes`);
  });
  parser.on('opentag', (tag) => {
    listener.open({ uri: tag.uri, local: tag.local, attributes: attributesOf(tag), line });
  });
  parser.on('closetag', () => {
    depth--;
    listener.close();
  });
  parser.on('text', (found) => {
    if (depth > 0) listener.text?.(found);
  });
  parser.on('processinginstruction', ({ target, body }) => {
    if (depth > 0) listener.instruction?.(target, body);
  });
  parser.on('cdata', (found) => listener.text?.(found));
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Stopped) return failure(error.fault);
    throw error;
  }
  return success(undefined);
}

/** Ends the parser, which goes on after its faults otherwise. */
class Stopped extends Error {
  readonly fault: XmlFault;

  constructor(fault: XmlFault) {
    super(fault.reason);
    this.fault = fault;
  }
}

/** The parser's message, whose line and column stand before it, as a clause. */
function faultOf(message: string): string {
  const found = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  if (found === 'undefined entity') return 'it uses an entity that only its document type may declare';
  return `it is not well-formed XML (${found.length > 200 ? `${found.slice(0, 200)}…` : found})`;
}

const none: XmlAttributes = new Map();

/** Without the declarations of namespaces. */
function attributesOf({ attributes }: SaxesTagNS): XmlAttributes {
  let found: Map<string, string> | undefined;
  for (const { prefix, local, uri, value } of Object.values(attributes)) {
    if (prefix === 'xmlns' || (prefix === '' && local === 'xmlns')) continue;
    found ??= new Map();
    found.set(uri === '' ? local : inNamespace(uri, local), value);
  }
  return found ?? none;
}
