import { annotatorSchema } from '../../model/project.ts';
import { childElement, childElements, textContent, type XmlElement } from '../../xml/xml-tree.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import { parseItem } from '../json-item.ts';
import type { ProjectFiles } from './project-files.ts';

/** What sources and selections refer to by GUIDs: users, notes, variables, sets. GUIDs are compared without regard to case. */
export class ProjectIndex {
  readonly #users = new Map<string, string>();
  readonly #variables = new Map<string, string>();
  readonly #notes = new Map<string, string>();
  readonly #usedNotes = new Set<string>();
  readonly #labels = new Map<string, string[]>();

  constructor(root: XmlElement, files: ProjectFiles, isOwn: boolean, draft: DatasetDraft) {
    for (const user of itemsOf(root, 'Users', 'User')) {
      const guid = user.attributes.get('guid') ?? '';
      const annotator = parseItem(annotatorSchema, {
        id: (isOwn ? user.attributes.get('id') : undefined) ?? guid,
        name: user.attributes.get('name') || guid,
      });
      if (!annotator.ok) continue;
      this.#users.set(guid.toLowerCase(), annotator.value.id);
      draft.annotator(annotator.value.id, annotator.value.name);
    }
    for (const { attributes } of itemsOf(root, 'Variables', 'Variable')) {
      this.#variables.set(guidOf(attributes.get('guid')), attributes.get('name') ?? '');
    }
    for (const note of itemsOf(root, 'Notes', 'Note'))
      this.#notes.set(guidOf(note.attributes.get('guid')), noteText(note, files));
    for (const set of itemsOf(root, 'Sets', 'Set')) this.#readSet(set, draft);
  }

  userOf(...guids: readonly (string | undefined)[]): string | undefined {
    const guid = guids.find((candidate) => candidate !== undefined);
    return this.#users.get(guidOf(guid));
  }

  /** The description of an element, then the notes that it refers to, with a line between them. */
  noteOf(element: XmlElement): string {
    const description = childElement(element, 'Description');
    const notes = childElements(element, 'NoteRef').flatMap(
      ({ attributes }) => this.note(attributes.get('targetGUID')) ?? [],
    );
    return [...(description === undefined ? [] : [textContent(description)]), ...notes]
      .filter((text) => text !== '')
      .join('\n\n');
  }

  /** The text of a note, which counts as used from then on. */
  note(guid: string | undefined): string | undefined {
    const key = guidOf(guid);
    const text = this.#notes.get(key);
    if (text !== undefined) this.#usedNotes.add(key);
    return text;
  }

  get unusedNotes(): number {
    return this.#notes.size - this.#usedNotes.size;
  }

  /** Names and values of the variables of a source or case. */
  variablesOf(element: XmlElement): Record<string, string> {
    return Object.fromEntries(
      childElements(element, 'VariableValue').flatMap((value): [string, string][] => {
        const [reference, content] = childElements(value);
        const name = this.#variables.get(guidOf(reference?.attributes.get('targetGUID')));
        return name === undefined || name === ''
          ? []
          : [[name, content === undefined ? '' : textContent(content)]];
      }),
    );
  }

  /** Names of the sets that a source is in. */
  labelsOf(guid: string | undefined): readonly string[] {
    return this.#labels.get(guidOf(guid)) ?? [];
  }

  #readSet(set: XmlElement, draft: DatasetDraft): void {
    const name = set.attributes.get('name') ?? '';
    for (const member of childElements(set)) {
      const guid = guidOf(member.attributes.get('targetGUID'));
      if (member.local === 'Description' || name === '') continue;
      if (member.local !== 'MemberSource') draft.unknown(`Sets.Set.${member.local}`);
      else addTo(this.#labels, guid, name);
    }
  }
}

/** Adds a value to the list under a key. */
export function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The elements of that name in the list of that name, directly in the root. */
export function itemsOf(root: XmlElement, list: string, name: string): XmlElement[] {
  const parent = childElement(root, list);
  return parent === undefined ? [] : childElements(parent, name);
}

export function guidOf(guid: string | undefined): string {
  return (guid ?? '').toLowerCase();
}

function noteText(note: XmlElement, files: ProjectFiles): string {
  const content = childElement(note, 'PlainTextContent');
  if (content !== undefined) return textContent(content);
  const file = files.text(note.attributes.get('plainTextPath') ?? '');
  return file.ok ? file.value : (note.attributes.get('name') ?? '');
}
