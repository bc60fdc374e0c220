import { useEffect, useState } from 'react';
import { count } from '../../../core/text/number-words.ts';
import type { Application } from '../../app/application.ts';
import { type Examination, examineProject, notExamined } from '../../app/doctor/examine-project.ts';
import { repairPlan, repairProject } from '../../app/doctor/repair-project.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { showSpan } from '../../app/walk-spans.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** What the dialog is at: looking, telling, asking before it mends, or telling what came of it. */
type Stage = 'looking' | 'asking' | 'repairing' | 'repaired';

/** Goes through the whole project and says what does not fit together; mends it when asked, and saves a copy of what can be had in any case. */
export function DoctorDialog() {
  const app = useApplication();
  const canWrite = useProject((state) => state.saving.kind !== 'readOnly');
  const [examination, setExamination] = useState<Examination>(notExamined);
  const [stage, setStage] = useState<Stage>('looking');
  const [round, setRound] = useState(0);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    let wanted = round >= 0;
    const run = async () => {
      for await (const value of examineProject(app)) {
        if (!wanted) return;
        setExamination(value);
      }
    };
    run().catch((error: unknown) => {
      // What cannot be read is what the rescue copy is for.
      if (wanted) setSaid(`The project could not be looked through to the end. ${words(error)}`);
    });
    return () => {
      wanted = false;
    };
  }, [app, round]);

  const close = () => app.interface.setState({ dialog: null });
  const plan = repairPlan(examination);
  const isDone = examination.homes !== null;
  const mayRepair = canWrite && isDone && plan.length > 0;
  const repair = async () => {
    setStage('repairing');
    try {
      await repairProject(app, examination);
      setSaid('That was done. What was changed in articles can be undone in one step.');
    } catch (error) {
      setSaid(`It could not all be mended. ${words(error)}`);
    }
    setStage('repaired');
    setExamination(notExamined);
    setRound((before) => before + 1);
  };
  return (
    <Dialog
      title="Check and repair project"
      onClose={close}
      onSubmit={close}
      actions={
        <>
          <Button
            kind="quiet"
            onClick={() => void rescue(app).then(setSaid, (error) => setSaid(words(error)))}
          >
            Save a rescue copy…
          </Button>
          {mayRepair && stage !== 'asking' ? (
            <Button disabled={stage === 'repairing'} onClick={() => setStage('asking')}>
              Repair…
            </Button>
          ) : null}
          <Button kind="primary" type="submit">
            Close
          </Button>
        </>
      }
    >
      <p aria-live="polite">{summary(examination)}</p>
      {said === null ? null : <p role="status">{said}</p>}
      {mayRepair && stage === 'asking' ? (
        <Plan plan={plan} onYes={() => void repair()} onNo={() => setStage('looking')} />
      ) : null}
      <ul className="sentence-list">
        {examination.homes?.map((fault) => (
          <li key={fault.words}>{fault.words}</li>
        ))}
        {examination.found.map(({ key, article, title, finding }) => (
          <li key={key}>
            <bdi>{title}</bdi>: {finding.words}.{' '}
            <Button kind="quiet" onClick={() => void show(app, article, finding.span).catch(app.reportFault)}>
              Show
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface PlanProps {
  readonly plan: readonly string[];
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Plan({ plan, onYes, onNo }: PlanProps) {
  return (
    <section aria-label="What a repair does">
      <p>This will be done. You may save a rescue copy first.</p>
      <ul className="sentence-list">
        {plan.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Button kind="primary" onClick={onYes}>
        Repair now
      </Button>{' '}
      <Button onClick={onNo}>Leave it</Button>
    </section>
  );
}

function summary({ done, total, spans, found, homes }: Examination): string {
  if (homes === null) return `Checking: ${done} of ${count(total, 'article')}…`;
  const things = found.length + homes.length;
  const checked = `${count(total, 'article')} and ${count(spans, 'annotation')} were checked.`;
  return things === 0
    ? `${checked} All of it fits together, and working store and journal agree.`
    : `${checked} ${count(things, 'thing')} to look at:`;
}

async function show(app: Application, articleId: string, spanId: string): Promise<void> {
  app.interface.setState({ dialog: null });
  await app.workbench.openArticle(articleId);
  await app.workbench.whenComplete();
  const span = app.workbench.project.getState().open?.spans.get(spanId);
  if (span !== undefined) showSpan(app, span);
}

/** From the working store, and where that cannot be read from journal and snapshots. Loaded when it is wanted. */
async function rescue({ bridge, session, workbench }: Application): Promise<string | null> {
  const { writeRescueCopy, contentsFromJournal } = await import('../../app/doctor/rescue-copy.ts');
  const written = await writeRescueCopy(bridge, () =>
    workbench.snapshot().catch(() => contentsFromJournal(bridge, session)),
  );
  return written ?? null;
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
