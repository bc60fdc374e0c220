import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { workingKey } from '../../../core/model/tag-keys.ts';
import type { TagSet } from '../../../core/model/tag-set.ts';
import { moveTag } from '../../../core/operations/gestures/change-tag.ts';
import { grouped } from '../../../core/text/number-words.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { listKeyTarget } from '../../ui/list-keys.ts';
import { moveByKey } from '../../ui/move-item.ts';
import { TagSwatch } from '../../ui/tag-swatch.tsx';
import { useTagSetChange } from './use-tag-set-change.ts';

interface TagListProps {
  readonly tagSet: TagSet;
  readonly counts: ReadonlyMap<string, number>;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** The tags in their order. Arrow keys choose one, with Alt they move it; it can be dragged too. */
export function TagList({ tagSet, counts, selected, onSelect }: TagListProps) {
  const { change, readOnly } = useTagSetChange();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const { tags } = tagSet;
  const move = (id: string, to: number) => change((project) => moveTag(project, id, to));
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  const onDrop = (event: DragEvent, to: number) => {
    event.preventDefault();
    if (dragged !== null) move(dragged, to);
    end();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, index: number, id: string) => {
    if (!readOnly) moveByKey(event, index, (to) => move(id, to));
    const to = listKeyTarget(event, index, tags.length, 8);
    const next = to === undefined ? undefined : tags[to];
    if (event.defaultPrevented || next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('button')[to ?? 0]?.focus();
  };
  return (
    <ul className="tag-set-list" aria-label="Tags of this project">
      {tags.map((tag, index) => {
        const key = workingKey(tagSet, tag);
        const isSelected = tag.id === selected;
        return (
          <li
            key={tag.id}
            draggable={!readOnly}
            data-drop={over === index && dragged !== null ? '' : undefined}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', tag.name);
              setDragged(tag.id);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => onDrop(event, index)}
            onDragEnd={end}
          >
            <button
              type="button"
              className="tag-set-item"
              aria-current={isSelected}
              aria-keyshortcuts={readOnly ? undefined : 'Alt+ArrowUp Alt+ArrowDown'}
              onClick={() => onSelect(tag.id)}
              onKeyDown={(event) => onKeyDown(event, index, tag.id)}
            >
              <TagSwatch tag={tag} />
              <bdi className="tag-set-item-name">{tag.name}</bdi>
              <span className="soft" title="Annotations with this tag">
                {grouped(counts.get(tag.id) ?? 0)}
              </span>
              {key === undefined ? <span className="key-cap-room" /> : <KeyCap>{key}</KeyCap>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
