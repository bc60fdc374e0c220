import { lazy, Suspense } from 'react';
import { ArticleNoteDialog } from '../../views/article-note/article-note-dialog.tsx';
import { DetailsDialog } from '../../views/details/details-dialog.tsx';
import { DoctorDialog } from '../../views/doctor/doctor-dialog.tsx';
import { ExportDialog } from '../../views/export/export-dialog.tsx';
import { AboutDialog } from '../../views/help/about-dialog.tsx';
import { KeysDialog } from '../../views/help/keys-dialog.tsx';
import { ImportDialog } from '../../views/import/import-dialog.tsx';
import { LabelsDialog } from '../../views/labels/labels-dialog.tsx';
import { MergeDialog } from '../../views/merge/merge-dialog.tsx';
import { ColumnsDialog } from '../../views/opening/columns-dialog.tsx';
import { FailuresDialog } from '../../views/opening/failures-dialog.tsx';
import { NewVersionDialog } from '../../views/opening/new-version-dialog.tsx';
import { Palette } from '../../views/palette/palette.tsx';
import { ProjectNameDialog } from '../../views/projects/project-name-dialog.tsx';
import { ProjectReadyDialog } from '../../views/projects/project-ready-dialog.tsx';
import { ProjectsDialog } from '../../views/projects/projects-dialog.tsx';
import { RestoreDialog } from '../../views/projects/restore-dialog.tsx';
import { TrashDialog } from '../../views/trash/trash-dialog.tsx';
import type { OpenDialog, OpeningQuestion } from '../interface-state.ts';
import { useInterface } from '../use-application.ts';

const CarryOverDialog = lazy(async () => {
  const { CarryOverDialog: named } = await import('../../views/carry-over/carry-over-dialog.tsx');
  return { default: named };
});
const BulkEditDialog = lazy(async () => {
  const { BulkEditDialog: component } = await import('../../views/bulk-edit/bulk-edit-dialog.tsx');
  return { default: component };
});
const TagEverywhereDialog = lazy(async () => {
  const { TagEverywhereDialog: component } = await import(
    '../../views/tag-everywhere/tag-everywhere-dialog.tsx'
  );
  return { default: component };
});

const AcceptRuleDialog = lazy(async () => {
  const { AcceptRuleDialog: component } = await import('../../views/suggestions/accept-rule-dialog.tsx');
  return { default: component };
});

const ErrorReportDialog = lazy(async () => {
  const { ErrorReportDialog: component } = await import('../../views/help/error-report-dialog.tsx');
  return { default: component };
});
const NoticesDialog = lazy(async () => {
  const { NoticesDialog: component } = await import('../../views/help/notices-dialog.tsx');
  return { default: component };
});

const LearntDialog = lazy(async () => {
  const { LearntDialog: component } = await import('../../views/suggestions/learnt-dialog.tsx');
  return { default: component };
});

/** The dialog that is open, if any, and over it the question that waits for an answer. */
export function OpenDialogs() {
  const dialog = useInterface((state) => state.dialog);
  const question = useInterface((state) => state.question);
  return (
    <>
      <Suspense>{dialog === null ? null : <DialogOf dialog={dialog} />}</Suspense>
      {question === null ? null : <QuestionOf key={question.fileName} question={question} />}
    </>
  );
}

function QuestionOf({ question }: { readonly question: OpeningQuestion }) {
  return question.kind === 'version' ? (
    <NewVersionDialog question={question} />
  ) : (
    <ColumnsDialog question={question} />
  );
}

function DialogOf({ dialog }: { readonly dialog: OpenDialog }) {
  switch (dialog.kind) {
    case 'palette':
      return <Palette />;
    case 'export':
      return <ExportDialog />;
    case 'import':
      return <ImportDialog offer={dialog.offer} plan={dialog.plan} />;
    case 'carryOver':
      return <CarryOverDialog offer={dialog.offer} />;
    case 'details':
      return <DetailsDialog articleId={dialog.article} />;
    case 'labels':
      return <LabelsDialog articleIds={dialog.articles} />;
    case 'articleNote':
      return <ArticleNoteDialog articleId={dialog.article} />;
    case 'trash':
      return <TrashDialog />;
    case 'doctor':
      return <DoctorDialog />;
    case 'keys':
      return <KeysDialog />;
    case 'about':
      return <AboutDialog />;
    case 'errorReport':
      return <ErrorReportDialog />;
    case 'notices':
      return <NoticesDialog />;
    case 'merge':
      return <MergeDialog spanId={dialog.span} />;
    case 'projects':
      return <ProjectsDialog />;
    case 'projectName':
      return <ProjectNameDialog key={dialog.purpose} purpose={dialog.purpose} />;
    case 'projectReady':
      return <ProjectReadyDialog planted={dialog.planted} how={dialog.how} />;
    case 'restore':
      return <RestoreDialog offer={dialog.offer} />;
    case 'bulkEdit':
      return <BulkEditDialog targets={dialog.targets} />;
    case 'acceptRule':
      return <AcceptRuleDialog rule={dialog.rule} />;
    case 'learnt':
      return <LearntDialog />;
    case 'tagEverywhere':
      return <TagEverywhereDialog query={dialog.query} like={dialog.like} />;
    case 'failures':
      return <FailuresDialog opened={dialog.opened} failures={dialog.failures} />;
  }
}
