import { useMemo } from 'react';
import type { RelationType, Tag, TagSet } from '../../../core/model/tag-set.ts';
import {
  deleteTagStep,
  removeRelationTypeStep,
  setRelationEndsStep,
  type TagSetStepResult,
} from '../../../core/operations/gestures/tag-set-step.ts';
import type { IncomingTagSet } from '../../app/tag-set/tag-set-files.ts';
import { ImportTagSetDialog } from './import-tag-set-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';
import { TemplatesDialog } from './templates-dialog.tsx';

/** What is asked of the person before the tag set changes. */
export type TagSetQuestion =
  | { readonly kind: 'delete'; readonly tag: Tag }
  | { readonly kind: 'merge'; readonly tag: Tag }
  | { readonly kind: 'removeRelation'; readonly type: RelationType }
  | {
      readonly kind: 'relationEnds';
      readonly type: RelationType;
      readonly ends: Pick<RelationType, 'from' | 'to'>;
    }
  | { readonly kind: 'templates' }
  | { readonly kind: 'import'; readonly incoming: IncomingTagSet };

interface TagSetDialogProps {
  readonly question: TagSetQuestion;
  readonly tagSet: TagSet;
  readonly onClose: () => void;
}

/** The dialog of the tag set that is open. */
export function TagSetDialog({ question, tagSet, onClose }: TagSetDialogProps) {
  switch (question.kind) {
    case 'templates':
      return <TemplatesDialog onClose={onClose} />;
    case 'import':
      return <ImportTagSetDialog incoming={question.incoming} onClose={onClose} />;
    case 'merge':
      return <MergeDialog tagSet={tagSet} tag={question.tag} onClose={onClose} />;
    default:
      return <PlainStepDialog question={question} tagSet={tagSet} onClose={onClose} />;
  }
}

type StepQuestion = Extract<TagSetQuestion, { kind: 'delete' | 'removeRelation' | 'relationEnds' }>;

function PlainStepDialog({
  question,
  tagSet,
  onClose,
}: Omit<TagSetDialogProps, 'question'> & { readonly question: StepQuestion }) {
  const step = useMemo(() => {
    const result = stepOf(question, tagSet);
    return result.ok ? result.value : null;
  }, [question, tagSet]);
  return <StepDialog {...wordsOf(question)} step={step} onClose={onClose} />;
}

function stepOf(question: StepQuestion, tagSet: TagSet): TagSetStepResult {
  if (question.kind === 'delete') return deleteTagStep(tagSet, question.tag.id);
  if (question.kind === 'removeRelation') return removeRelationTypeStep(tagSet, question.type.id);
  return setRelationEndsStep(tagSet, question.type.id, question.ends);
}

function wordsOf(question: StepQuestion): { title: string; confirm: string; nothing: string } {
  switch (question.kind) {
    case 'delete':
      return {
        title: `Delete the tag “${question.tag.name}”?`,
        confirm: 'Delete',
        nothing: 'No annotation has this tag.',
      };
    case 'removeRelation':
      return {
        title: `Remove the relation “${question.type.name}”?`,
        confirm: 'Remove',
        nothing: 'No annotations are linked by it.',
      };
    case 'relationEnds':
      return {
        title: `Change what “${question.type.name}” links?`,
        confirm: 'Change',
        nothing: 'All links that there are still fit.',
      };
  }
}
