import type { Tag } from '../../model/tag-set.ts';
import type { DatasetHead } from '../dataset-schema.ts';
import { completeTag } from '../tag-defaults.ts';

/** A tag as the report draws it. */
export interface ReportTag {
  readonly tag: Tag;
  /** Class of its marks in the style sheet. */
  readonly className: string;
  /** What stands after its marks, so that a tag never rests on colour and line alone: as much of its name’s beginning as tells it from the others. */
  readonly label: string;
}

/** The tags of a report, and what its relation types are called. */
export class ReportTags {
  readonly all: readonly ReportTag[];
  /** Ids of the tags whose spans somebody says. */
  readonly claims: ReadonlySet<string>;
  readonly #byId: ReadonlyMap<string, ReportTag>;
  readonly #relations: ReadonlyMap<string, string>;

  constructor({ tagSet }: DatasetHead) {
    const tags = (tagSet?.tags ?? []).map((tag, i) => completeTag(tag, i));
    this.all = tags.map((tag, i) => ({ tag, className: `t${i}`, label: shortLabel(tag.name, tags) }));
    this.#byId = new Map(this.all.map((tag) => [tag.tag.id, tag]));
    const types = tagSet?.relationTypes ?? [];
    this.#relations = new Map(types.map(({ id, name }) => [id, name ?? id]));
    this.claims = new Set(types.find(({ id }) => id === 'says')?.to ?? ['claim']);
  }

  /** The tag of that id; one that no tag set defines has the marks of the last. */
  of(id: string): ReportTag {
    return this.#byId.get(id) ?? { tag: completeTag({ id, name: id }, 0), className: 'tx', label: id };
  }

  relation(type: string): string {
    return this.#relations.get(type) ?? type;
  }
}

function shortLabel(name: string, tags: readonly Tag[]): string {
  const letters = Array.from(name.trim());
  const others = tags.filter((tag) => tag.name !== name).map((tag) => tag.name.trim().toLowerCase());
  for (let length = 1; length < letters.length; length++) {
    const beginning = letters.slice(0, length).join('');
    if (!others.some((other) => other.startsWith(beginning.toLowerCase()))) return beginning;
  }
  return letters.join('');
}
