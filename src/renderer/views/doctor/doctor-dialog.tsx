import { useEffect, useState } from 'react';
import { count } from '../../../core/text/number-words.ts';
import type { Application } from '../../app/application.ts';
import { checkArticle, type Finding } from '../../app/check-article.ts';
import { useApplication } from '../../app/use-application.ts';
import { showSpan } from '../../app/walk-spans.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface Check {
  readonly done: number;
  readonly total: number;
  readonly spans: number;
  /** What is wrong between working store and journal, a sentence each; null until they were compared. */
  readonly homes: readonly string[] | null;
  readonly found: readonly {
    readonly key: number;
    readonly article: string;
    readonly title: string;
    readonly finding: Finding;
  }[];
}

/** Goes through the whole project and says what does not fit together. It mends nothing by itself. */
export function DoctorDialog() {
  const app = useApplication();
  const [check, setCheck] = useState<Check>({ done: 0, total: 0, spans: 0, homes: null, found: [] });
  useEffect(() => {
    let wanted = true;
    const run = async () => {
      const { articles, project } = app.workbench.project.getState();
      let spans = 0;
      const found: Check['found'][number][] = [];
      let done = 0;
      for (const [id, { record }] of articles) {
        const article = await app.workbench.readArticle(id);
        if (!wanted) return;
        spans += article.spans.size;
        for (const finding of checkArticle(article, project.tagSet))
          found.push({ key: found.length, article: id, title: record.title, finding });
        done += 1;
        setCheck({ done, total: articles.size, spans, homes: null, found: [...found] });
      }
      const homes = await compareHomes(app);
      if (wanted) setCheck({ done, total: articles.size, spans, homes, found });
    };
    run().catch(app.reportFault);
    return () => {
      wanted = false;
    };
  }, [app]);

  const close = () => app.interface.setState({ dialog: null });
  const show = async (articleId: string, spanId: string) => {
    close();
    await app.workbench.openArticle(articleId);
    await app.workbench.whenComplete();
    const span = app.workbench.project.getState().open?.spans.get(spanId);
    if (span !== undefined) showSpan(app, span);
  };
  const isDone = check.homes !== null;
  const things = check.found.length + (check.homes?.length ?? 0);
  return (
    <Dialog
      title="Check the project"
      onClose={close}
      onSubmit={close}
      actions={
        <Button kind="primary" type="submit">
          Close
        </Button>
      }
    >
      <p aria-live="polite">
        {isDone
          ? `${count(check.total, 'article')} and ${count(check.spans, 'annotation')} were checked. ${
              things === 0
                ? 'All of it fits together, and working store and journal agree.'
                : `${count(things, 'thing')} to look at:`
            }`
          : `Checking: ${check.done} of ${count(check.total, 'article')}…`}
      </p>
      <ul className="sentence-list">
        {check.homes?.map((words) => (
          <li key={words}>{words}</li>
        ))}
        {check.found.map(({ key, article, title, finding }) => (
          <li key={key}>
            <bdi>{title}</bdi>: {finding.words}.{' '}
            <Button kind="quiet" onClick={() => void show(article, finding.span).catch(app.reportFault)}>
              Show
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** What is wrong between the two homes; that they cannot be compared now is a finding too. */
async function compareHomes(app: Application): Promise<readonly string[]> {
  try {
    return (await app.workbench.checkHomes()).faults;
  } catch (error) {
    return [
      `Working store and journal could not be compared. ${error instanceof Error ? error.message : ''}`,
    ];
  }
}
