import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { freshLook } from '../../../core/colour/fresh-look.ts';
import type { RelationType } from '../../../core/model/tag-set.ts';
import { tagById } from '../../../core/model/tag-set.ts';
import { addTag } from '../../../core/operations/gestures/change-tag.ts';
import { changeTagSet } from '../../../core/operations/gestures/change-tag-set.ts';
import { setRelationEndsStep } from '../../../core/operations/gestures/tag-set-step.ts';
import { tagCounts } from '../../app/tag-set/tag-counts.ts';
import { chooseTagSet, exportTagSet } from '../../app/tag-set/tag-set-files.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { showText } from '../../app/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { AddRow } from './add-row.tsx';
import { RelationTypes } from './relation-types.tsx';
import { TagDetail } from './tag-detail.tsx';
import { TagList } from './tag-list.tsx';
import { TagSetDialog, type TagSetQuestion } from './tag-set-dialog.tsx';
import { useTagSetChange } from './use-tag-set-change.ts';
import './tag-set.css';

/** The project's tags and relations, all of them changeable. Each change is kept at once and can be undone. */
export function TagSetView() {
  const app = useApplication();
  const tagSet = useProject((state) => state.project.tagSet);
  const articles = useProject((state) => state.articles);
  const { change, readOnly } = useTagSetChange();
  const [part, setPart] = useState<'tags' | 'relations'>('tags');
  const [chosen, setChosen] = useState<string | null>(null);
  const [question, setQuestion] = useState<TagSetQuestion | null>(null);
  const counts = useMemo(() => tagCounts(articles), [articles]);
  const selected = tagById(tagSet, chosen ?? '') ?? tagSet.tags[0];

  const add = (name: string) => {
    const problem = change((project) => addTag(project, name, freshLook(project.tagSet.tags)));
    if (problem === null) setChosen(app.workbench.project.getState().project.tagSet.tags.at(-1)?.id ?? null);
    return problem;
  };
  const setEnds = (type: RelationType, ends: Pick<RelationType, 'from' | 'to'>) => {
    const narrower = (['from', 'to'] as const).some((end) => type[end].some((id) => !ends[end].includes(id)));
    const step = setRelationEndsStep(tagSet, type.id, ends);
    if (narrower) setQuestion({ kind: 'relationEnds', type, ends });
    else if (step.ok) change((project) => changeTagSet(project, step.value.after, step.value.label));
  };
  const importFile = async () => {
    const incoming = await chooseTagSet(app);
    if (incoming !== null) setQuestion({ kind: 'import', incoming });
  };

  const tools = (
    <>
      <Segmented
        label="What is shown"
        value={part}
        choices={[
          { value: 'tags', label: 'Tags' },
          { value: 'relations', label: 'Relations' },
        ]}
        onChange={setPart}
      />
      <Button disabled={readOnly} onClick={() => setQuestion({ kind: 'templates' })}>
        Templates…
      </Button>
      <Button disabled={readOnly} onClick={() => void importFile().catch(app.reportFault)}>
        Import…
      </Button>
      <Button onClick={() => void exportTagSet(app).catch(app.reportFault)}>Export…</Button>
    </>
  );
  return (
    <>
      <ViewFrame title="Tag set" onClose={() => showText(app)} tools={tools}>
        {part === 'tags' ? (
          <div className="tag-set-view">
            <div className="tag-set-side">
              <TagList tagSet={tagSet} counts={counts} selected={selected?.id} onSelect={setChosen} />
              <AddRow label="New tag" button="Add tag" icon={Plus} disabled={readOnly} onAdd={add} />
            </div>
            {selected === undefined ? null : (
              <TagDetail
                key={selected.id}
                tagSet={tagSet}
                tagId={selected.id}
                onMerge={() => setQuestion({ kind: 'merge', tag: selected })}
                onDelete={() => setQuestion({ kind: 'delete', tag: selected })}
              />
            )}
          </div>
        ) : (
          <RelationTypes
            tagSet={tagSet}
            onEnds={setEnds}
            onRemove={(type) => setQuestion({ kind: 'removeRelation', type })}
          />
        )}
      </ViewFrame>
      {question === null ? null : (
        <TagSetDialog question={question} tagSet={tagSet} onClose={() => setQuestion(null)} />
      )}
    </>
  );
}
