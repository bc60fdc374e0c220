import type { ForeignKind, KindMapping, TagMapping } from '../../../core/formats/map-tags.ts';
import { count } from '../../../core/text/number-words.ts';
import type { ImportOffer } from '../../app/exchange/import-offer.ts';
import { SelectField } from '../../ui/select-field.tsx';
import './import.css';

interface MappingFieldsProps {
  readonly offer: ImportOffer;
  readonly mapping: TagMapping;
  readonly onChange: (mapping: TagMapping) => void;
}

/** What becomes of the tags, relation types and attributes that the project does not have. */
export function MappingFields({ offer: { foreign, own }, mapping, onChange }: MappingFieldsProps) {
  return (
    <>
      <KindFields
        title="Tags that are new here"
        noun="annotation"
        foreign={foreign.tags}
        own={own.tags}
        mapping={mapping.tags}
        onChange={(tags) => onChange({ ...mapping, tags })}
      />
      <KindFields
        title="Relation types that are new here"
        noun="link"
        foreign={foreign.relationTypes}
        own={own.relationTypes}
        mapping={mapping.relationTypes}
        onChange={(relationTypes) => onChange({ ...mapping, relationTypes })}
      />
      <KindFields
        title="Attributes that are new here"
        noun="value"
        foreign={foreign.attributes}
        own={own.attributes}
        mapping={mapping.attributes}
        onChange={(attributes) => onChange({ ...mapping, attributes })}
      />
    </>
  );
}

interface KindFieldsProps {
  readonly title: string;
  readonly noun: string;
  readonly foreign: readonly ForeignKind[];
  readonly own: ImportOffer['own']['tags'];
  readonly mapping: KindMapping;
  readonly onChange: (mapping: KindMapping) => void;
}

/** Ids of ours and the two ways out share one list of values: these cannot be ids, which are never empty and have no prefix of ours. */
const asItIs = 'new';
const leftOut = 'out';
const became = (id: string) => `own:${id}`;

function KindFields({ title, noun, foreign, own, mapping, onChange }: KindFieldsProps) {
  if (foreign.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="section-heading">{title}</h3>
      <ul className="mapping-list">
        {foreign.map(({ id, name, count: times }) => {
          const to = Object.hasOwn(mapping, id) ? mapping[id] : id;
          const value = to === null ? leftOut : to === undefined || to === id ? asItIs : became(to);
          const choose = (chosen: string) => {
            const { [id]: _, ...others } = mapping;
            if (chosen === asItIs) onChange({ ...others, [id]: id });
            else onChange({ ...others, [id]: chosen === leftOut ? null : chosen.slice(became('').length) });
          };
          return (
            <li key={id}>
              <span className="mapping-name">
                <bdi>{name}</bdi> <span className="soft">{count(times, noun)}</span>
              </span>
              <SelectField
                label={`What “${name}” becomes`}
                labelHidden
                value={value}
                options={[
                  { value: asItIs, label: `New: ${name}` },
                  ...own.map((kind) => ({ value: became(kind.id), label: kind.name })),
                  { value: leftOut, label: 'Leave out' },
                ]}
                onChange={choose}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
