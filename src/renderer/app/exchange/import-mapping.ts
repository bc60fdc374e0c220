import type { ForeignKind, TagMapping } from '../../../core/formats/map-tags.ts';
import type { Identifier } from '../../../core/model/identifier.ts';

/** The kinds of things that are mapped, as the settings call them. */
const kinds = { tags: 'tag', relationTypes: 'relation', attributes: 'attribute' } as const;

/** Under which key the settings remember what became of a tag or relation type. */
function keyOf(format: string, kind: keyof TagMapping, id: Identifier): string {
  return `${format}/${kinds[kind]}/${id}`;
}

type Foreign = Readonly<Record<keyof TagMapping, readonly ForeignKind[]>>;

/** What is proposed for foreign tags: what was chosen before, as far as the project still has it; else its own of the same name. */
export function proposedMapping(
  format: string,
  foreign: Foreign,
  chosen: Readonly<Record<string, string>>,
  isOwn: (kind: keyof TagMapping, id: Identifier) => boolean,
): TagMapping {
  const propose = (kind: keyof TagMapping) =>
    Object.fromEntries(
      foreign[kind].flatMap(({ id, namesake }): [Identifier, Identifier | null][] => {
        const key = keyOf(format, kind, id);
        const before = Object.hasOwn(chosen, key) ? chosen[key] : undefined;
        if (before === '') return [[id, null]];
        if (before === id) return [];
        if (before !== undefined && isOwn(kind, before)) return [[id, before]];
        return namesake === undefined ? [] : [[id, namesake]];
      }),
    );
  return {
    tags: propose('tags'),
    relationTypes: propose('relationTypes'),
    attributes: propose('attributes'),
  };
}

/** What the settings are to remember of a mapping: for each foreign kind what it became. */
export function rememberedMapping(
  format: string,
  foreign: Foreign,
  mapping: TagMapping,
): Record<string, string> {
  return Object.fromEntries(
    (['tags', 'relationTypes', 'attributes'] as const).flatMap((kind) =>
      foreign[kind].map(({ id }): [string, string] => {
        const to = Object.hasOwn(mapping[kind], id) ? mapping[kind][id] : id;
        return [keyOf(format, kind, id), to ?? ''];
      }),
    ),
  );
}
