import { type Result, success } from '../../model/result.ts';
import { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import { decodedText } from '../decoded-text.ts';
import { unescapedName } from '../escaped-name.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { textOfJson } from '../line-text.ts';
import { linesOf } from '../text-lines.ts';
import { ConllDocument, type SentenceHead } from './conll-document.ts';
import { declaredTags, type Layout, layoutOf } from './conll-layout.ts';
import { fieldsOf, isComment } from './conll-row.ts';
import { readComment, valueOfComment } from './sentence-comments.ts';

const metadataKey = /^meta::(.+)$/s;

/** Reads a file of tokens and tags. */
export function readConll({ name, bytes }: SourceFile): Result<DatasetReading, FormatFailure> {
  const decoded = decodedText(bytes);
  if (!decoded.ok)
    return unreadable('not-text', `“${name}” cannot be read. ${decoded.reason} Save it as UTF-8 text.`);
  const text = decoded.value.replace(/^\ufeff/, '');
  const layout = layoutOf(text);
  if (layout === undefined && !text.trimStart().startsWith('# global.columns = FORM NER')) {
    return unreadable(
      'cannot-read',
      `“${name}” has no column of BIO tags, as in “London	B-place”. Choose a file that has one behind its tokens.`,
    );
  }
  const reading = new ConllReading(
    name,
    layout ?? { divider: 'tab', token: 0, tags: [1], laxTags: new Set() },
  );
  return success(reading.read(text));
}

class ConllReading {
  readonly #draft = new DatasetDraft();
  readonly #name: string;
  readonly #stem: string;
  readonly #layout: Layout;
  #isOurs = false;
  #count = 0;
  #document: ConllDocument | undefined;
  #head: SentenceHead = {};

  constructor(name: string, layout: Layout) {
    this.#name = name.slice(name.lastIndexOf('/') + 1);
    this.#stem = this.#name.replace(/\.[^.]*$/, '') || this.#name;
    this.#layout = layout;
  }

  read(text: string): DatasetReading {
    const { divider } = this.#layout;
    for (const { number, text: line } of linesOf(text)) {
      if (line.trim() === '') this.#endSentence();
      else if (isComment(line, divider)) this.#readComment(line);
      else if (line.startsWith('-DOCSTART-')) this.#begin();
      else this.#current().row(fieldsOf(line, divider), number);
    }
    this.#endDocument();
    return this.#draft.reading();
  }

  #current(): ConllDocument {
    this.#document ??= new ConllDocument(this.#draft, this.#layout, this.#isOurs);
    return this.#document;
  }

  #begin(): ConllDocument {
    this.#endDocument();
    return this.#current();
  }

  #endSentence(): void {
    this.#document?.endSentence(this.#head);
    if (this.#document === undefined && this.#head.raw !== undefined) this.#current().endSentence(this.#head);
    this.#head = {};
  }

  #endDocument(): void {
    this.#endSentence();
    const document = this.#document;
    this.#document = undefined;
    if (document === undefined || (document.isEmpty && document.id === undefined)) return;
    this.#count += 1;
    document.finish(this.#count === 1 ? this.#stem : `${this.#stem}-${this.#count}`, this.#name);
  }

  #readComment(line: string): void {
    const { key, value } = readComment(line);
    const meta = metadataKey.exec(key)?.[1];
    if (key.startsWith('newdoc')) {
      const id = unescapedName(/^newdoc\s*(?:id)?$/.test(key) ? value : '');
      const document = this.#begin();
      if (id !== '_x_' && id !== '') document.id = id.slice(0, 256);
    } else if (key === 'global.columns') this.#isOurs ||= declaredTags(line) > 0;
    else if (key === 'title') this.#current().title = valueOfComment(value);
    else if (meta !== undefined) this.#readMetadata(unescapedName(meta), valueOfComment(value));
    else this.#readSentenceComment(key, value);
  }

  #readMetadata(key: string, value: string): void {
    if (key === '__proto__') this.#draft.unknown('metadata.__proto__');
    else this.#current().metadata.set(key, value);
  }

  #readSentenceComment(key: string, value: string): void {
    if (key === 'text') this.#head.text = value;
    else if (key === 'raw') this.#head.raw = value;
    else if (key === 'newpar' || key === 'newpar id') this.#head.beginsParagraph = true;
    else if (key === 'spaces_before' || key === 'spaces_after') {
      const space = textOfJson(value);
      if (space === undefined || space.trim() !== '') this.#draft.unknown(`comments.${key}`);
      else this.#head[key === 'spaces_before' ? 'before' : 'after'] = space;
    } else this.#draft.unknown(value === '' ? 'comments' : `comments.${key.slice(0, 40)}`);
  }
}
