import type { XmlListener, XmlStart } from '../../xml/read-xml.ts';
import { BlockFlow } from '../extraction/block-flow.ts';
import type { ExtractedBlock, Extraction } from '../extraction/extraction.ts';
import { knownKey, metadataOf } from '../extraction/known-metadata.ts';
import { publicationDay } from '../extraction/publication-date.ts';

type Kind = ExtractedBlock['kind'];

/** What elements with these names are in the vocabularies that news and papers come in: NITF 3.6, JATS 1.3, NewsML-G2, RSS. */
const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...of('title', 'hl1 headline article-title maintitle'),
  ...of('heading', 'hl2 title head heading subhead subtitle sectiontitle h1 h2 h3 h4 h5 h6'),
  ...of('attribution', 'byline dateline distributor credit'),
  ...of('listItem', 'li item list-item'),
  ...of('quote', 'bq blockquote disp-quote quote'),
]);

/** Elements within a block that begin none: what is marked in a line of text. */
const inline = new Set(
  'a b i u em strong sub sup span italic bold underline sc xref ext-link named-content styled-content person org location chron money num event function object.title virtloc q lang pronounce abbr cite code font br break'.split(
    ' ',
  ),
);

/** Nothing in these is read. */
const passedOver = new Set(
  'script style head docdata tobject journal-meta ref-list permissions object-id graphic media inline-graphic alternatives fn-group history counts'.split(
    ' ',
  ),
);

/** In these elements facts of the whole stand, which are no part of its text. */
const metaParts = new Set('article-meta meta metadata itemmeta contentmeta'.split(' '));
const longestFact = 500;

function of(kind: Kind, names: string): [string, Kind][] {
  return names.split(' ').map((name) => [name, kind]);
}

interface Open {
  readonly name: string;
  /** It began the block that is open. */
  isBlock: boolean;
  readonly isMeta: boolean;
  /** The text right in it, as far as it may be a fact. */
  text: string;
}

/** Hears any document and gathers its text: each element with text of its own is a block, what is marked within it a part of that. */
export class XmlText implements XmlListener {
  readonly #flow = new BlockFlow();
  readonly #open: Open[] = [];
  readonly #facts: [string, string][] = [];
  /** Elements that are open within one that is passed over, with that one. */
  #passing = 0;
  #title: string | undefined;
  #hasRead = false;

  open({ local, attributes }: XmlStart): void {
    const name = local.toLowerCase();
    this.#learn(name, attributes);
    if (this.#passing > 0 || passedOver.has(name)) {
      this.#passing += 1;
      return;
    }
    const isMeta = metaParts.has(name) || this.#open.at(-1)?.isMeta === true;
    if (name === 'br' || name === 'break') this.#flow.text('\n');
    else if (!inline.has(name) && this.#open.some(({ isBlock }) => isBlock)) this.#endBlock();
    this.#open.push({ name, isBlock: false, isMeta, text: '' });
  }

  text(text: string): void {
    const element = this.#open.at(-1);
    if (this.#passing > 0 || element === undefined) return;
    if (element.text.length < longestFact) element.text += text;
    if (element.isMeta) return;
    const within = this.#open.find(({ isBlock }) => isBlock);
    if (within === undefined) {
      if (text.trim() === '') return;
      const owner = this.#owner();
      owner.isBlock = true;
      this.#flow.openBlock(kinds.get(owner.name) ?? this.#kindAround() ?? 'paragraph');
    }
    this.#flow.text(text.replace(/\s+/g, ' '));
    this.#hasRead = true;
  }

  close(): void {
    if (this.#passing > 0) {
      this.#passing -= 1;
      return;
    }
    const element = this.#open.pop();
    if (element === undefined) return;
    const value = element.text.replace(/\s+/g, ' ').trim();
    if (element.isMeta || !this.#hasRead) this.#fact(element.name, value);
    if (element.name === 'article-title' || element.name === 'hl1') this.#title ??= value;
    if (element.isBlock) this.#endBlock();
  }

  extraction(): Extraction {
    const blocks = this.#flow.end();
    const title = this.#title ?? blocks.find(({ kind }) => kind === 'title')?.text;
    const hasTitle = title === undefined || blocks.some(({ text }) => text.trim() === title);
    return {
      blocks: hasTitle ? blocks : [{ kind: 'title', text: title }, ...blocks],
      ...(title !== undefined && { title }),
      metadata: metadataOf(this.#facts),
    };
  }

  /** The outermost of the elements that only mark what stands in a line, or the one that has the text. */
  #owner(): Open {
    let at = this.#open.length - 1;
    while (at > 0 && inline.has(this.#open[at]?.name ?? '')) at -= 1;
    const owner = this.#open[at];
    if (owner === undefined) throw new Error('text stands in an element');
    return owner;
  }

  /** Of a paragraph in a list item or quotation, that. */
  #kindAround(): Kind | undefined {
    const around = this.#open.findLast(({ name }) => {
      const kind = kinds.get(name);
      return kind === 'listItem' || kind === 'quote' || kind === 'attribution';
    });
    return around && kinds.get(around.name);
  }

  #endBlock(): void {
    this.#flow.closeBlock();
    for (const element of this.#open) element.isBlock = false;
  }

  #fact(name: string, value: string): void {
    if (value === '') return;
    if (name === 'journal-title') this.#facts.push(['outlet', value]);
    else if (knownKey(name) !== undefined) this.#facts.push([name, value]);
  }

  /** What NITF says in attributes of its head. */
  #learn(name: string, attributes: XmlStart['attributes']): void {
    if (name === 'pubdata') {
      const outlet = attributes.get('name');
      const day = publicationDay(attributes.get('date.publication') ?? '');
      if (outlet !== undefined) this.#facts.push(['outlet', outlet]);
      if (day !== undefined) this.#facts.push(['date', day]);
    }
    if (name === 'date.issue') {
      const day = publicationDay(attributes.get('norm') ?? '');
      if (day !== undefined) this.#facts.push(['date', day]);
    }
  }
}
