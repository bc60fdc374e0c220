import type { DatasetHead } from '../dataset-schema.ts';
import { bratName, bratRole } from './brat-name.ts';

/** More values than these are no list to choose from. */
const mostValues = 100;
/** Values that can stand in the configuration, where spaces, commas and bars divide; JSON is none to choose. */
const listable = /^[^\s|,<>=!#][^\s|,<>]{0,99}$/u;

interface Ends {
  readonly from: Set<string>;
  readonly to: Set<string>;
}

interface SeenAttribute {
  readonly bearers: Set<string>;
  readonly values: Set<string>;
}

/** Gathers what the annotations of a dataset use, and writes the `annotation.conf` by which brat knows it. */
export class ConfWriter {
  readonly #head: DatasetHead;
  readonly #entities = new Set<string>();
  /** Tag ids of events → their roles → tag ids of what fills these. */
  readonly #events = new Map<string, Map<string, Set<string>>>();
  readonly #relations = new Map<string, Ends>();
  readonly #equivalences = new Set<string>();
  readonly #attributes = new Map<string, SeenAttribute>();

  constructor(head: DatasetHead) {
    this.#head = head;
  }

  sawSpan(tag: string, isEvent: boolean): void {
    if (!isEvent) this.#entities.add(tag);
    else if (!this.#events.has(tag)) this.#events.set(tag, new Map());
  }

  sawRole(event: string, role: string, filler: string): void {
    const roles = known(this.#events, event, () => new Map<string, Set<string>>());
    known(roles, role, () => new Set<string>()).add(filler);
  }

  sawRelation(type: string, from: string, to: string): void {
    const ends = known(this.#relations, type, () => ({ from: new Set<string>(), to: new Set<string>() }));
    ends.from.add(from);
    ends.to.add(to);
  }

  sawEquivalence(type: string): void {
    this.#equivalences.add(type);
  }

  /**
   * @param name as it is written
   * @param tag of the span that has it; undefined for relations
   * @param value as it is written; undefined where there is none
   */
  sawAttribute(name: string, tag: string | undefined, value?: string): void {
    const { bearers, values } = known(this.#attributes, name, () => ({
      bearers: new Set<string>(),
      values: new Set<string>(),
    }));
    bearers.add(tag === undefined ? '<RELATION>' : bratName(tag));
    if (value !== undefined && listable.test(value) && values.size < mostValues) values.add(value);
  }

  /** The file’s text. */
  conf(): string {
    const inventory = this.#head.tagSet?.tags.map(({ id }) => id) ?? [];
    const entities = [...new Set([...inventory, ...this.#entities])].filter(
      (tag) => this.#entities.has(tag) || !this.#events.has(tag),
    );
    const defined = new Map(this.#head.tagSet?.relationTypes?.map((type) => [type.id, type]));
    const relations = new Set([...defined.keys(), ...this.#relations.keys()]);
    return [
      '[entities]',
      ...entities.map(bratName),
      '',
      '[relations]',
      ...[...relations].map((type) => {
        const seen = this.#relations.get(type);
        const { from = [...(seen?.from ?? [])], to = [...(seen?.to ?? [])] } = defined.get(type) ?? {};
        const kind = this.#equivalences.has(type) ? ', <REL-TYPE>:symmetric-transitive' : '';
        return `${bratName(type)}\tArg1:${typesOf(from)}, Arg2:${typesOf(to)}${kind}`;
      }),
      '',
      '[events]',
      ...[...this.#events].map(([tag, roles]) => {
        const written = [...roles].map(([role, fillers]) => `${bratRole(role)}*:${typesOf([...fillers])}`);
        return written.length === 0 ? bratName(tag) : `${bratName(tag)}\t${written.join(', ')}`;
      }),
      '',
      '[attributes]',
      ...[...this.#attributes].map(([name, { bearers, values }]) => {
        const choice = values.size === 0 ? '' : `, Value:${[...values].join('|')}`;
        return `${name}\tArg:${[...bearers].join('|')}${choice}`;
      }),
      '',
    ].join('\n');
  }
}

/** Tags as the argument of a type; brat has a word for none at all. */
function typesOf(tags: readonly string[]): string {
  return tags.length === 0 ? '<NONE>' : tags.map(bratName).join('|');
}

function known<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
