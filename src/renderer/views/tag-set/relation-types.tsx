import { Plus } from 'lucide-react';
import type { RelationType, TagSet } from '../../../core/model/tag-set.ts';
import {
  addRelationType,
  moveRelationType,
  renameRelationType,
} from '../../../core/operations/gestures/change-relation-type.ts';
import { moveByKey } from '../../ui/move-item.ts';
import { AddRow } from './add-row.tsx';
import { NameField } from './name-field.tsx';
import { RowTools } from './row-tools.tsx';
import { TagChecks } from './tag-checks.tsx';
import { useTagSetChange } from './use-tag-set-change.ts';

interface RelationTypesProps {
  readonly tagSet: TagSet;
  readonly onEnds: (type: RelationType, ends: Pick<RelationType, 'from' | 'to'>) => void;
  readonly onRemove: (type: RelationType) => void;
}

/** The kinds of links and the tags that may stand at their ends. */
export function RelationTypes({ tagSet, onEnds, onRemove }: RelationTypesProps) {
  const { change, readOnly } = useTagSetChange();
  const { tags, relationTypes } = tagSet;
  return (
    <section className="relation-types" aria-label="Relations">
      <p className="soft">
        A relation links two annotations, from one with a tag on the left to one with a tag on the right. Of
        several that fit, the upper one is made.
      </p>
      {relationTypes.length === 0 ? <p>There are no relations: annotations cannot be linked.</p> : null}
      <table className="relation-table">
        <thead className={relationTypes.length === 0 ? 'visually-hidden' : undefined}>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">
              <span className="visually-hidden">Move and remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {relationTypes.map((type, index) => {
            const move = (to: number) => change((project) => moveRelationType(project, type.id, to));
            const linksNothing = type.from.length === 0 || type.to.length === 0;
            return (
              <tr key={type.id} onKeyDown={(event) => moveByKey(event, index, move)}>
                <td>
                  <NameField
                    label={`Name of relation ${index + 1}`}
                    labelHidden
                    value={type.name}
                    onCommit={(name, make) => make((project) => renameRelationType(project, type.id, name))}
                  />
                  {linksNothing ? (
                    <p className="soft field-hint">Links nothing until both ends have a tag.</p>
                  ) : null}
                </td>
                {(['from', 'to'] as const).map((end) => (
                  <td key={end}>
                    <TagChecks
                      label={`${type.name}: ${end}`}
                      tags={tags}
                      chosen={type[end]}
                      disabled={readOnly}
                      onChange={(chosen) =>
                        onEnds(type, { from: type.from, to: type.to, [end]: [...chosen] })
                      }
                    />
                  </td>
                ))}
                <td>
                  <RowTools
                    name={`relation ${type.name}`}
                    index={index}
                    count={relationTypes.length}
                    disabled={readOnly}
                    onMove={move}
                    onRemove={() => onRemove(type)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <AddRow
        label="New relation"
        button="Add relation"
        icon={Plus}
        disabled={readOnly}
        onAdd={(name) => change((project) => addRelationType(project, name, { from: [], to: [] }))}
      />
    </section>
  );
}
