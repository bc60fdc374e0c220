import type { ReactNode } from 'react';
import { restoreArticles } from '../../../core/operations/gestures/change-article.ts';
import { count } from '../../../core/text/number-words.ts';
import { Button } from '../../ui/button.tsx';
import { saveCopy } from '../exchange/save-copy.ts';
import { performInList } from '../perform.ts';
import { useApplication, useInterface, useProject } from '../use-application.ts';
import './banners.css';

/** What the person must know before going on: not saved, read only, restored, in the trash. */
export function Banners() {
  const app = useApplication();
  const saving = useProject((state) => state.saving);
  const misfits = useProject((state) => state.misfits.length);
  const trashed = useProject((state) => (state.open?.record.trashedAt == null ? null : state.open.record));
  const restored = useInterface((state) => state.restored);
  const leftClosed = useInterface((state) => state.leftClosed);
  const leftClosedTitle = useProject((state) =>
    leftClosed === null ? undefined : state.articles.get(leftClosed.articleId)?.record.title,
  );
  return (
    <section aria-label="State of the project">
      {saving.kind === 'failed' ? (
        <Banner kind="danger" words={`${saving.message} ${count(saving.pending, 'change')} waiting.`}>
          <Button onClick={() => void saveCopy(app).catch(app.reportFault)}>Save a copy…</Button>
        </Banner>
      ) : null}
      {saving.kind === 'readOnly' ? <Banner kind="warning" words={saving.message} /> : null}
      {restored === null ? null : (
        <Banner kind="warning" words={restored}>
          <Button onClick={() => app.interface.setState({ restored: null })}>Understood</Button>
        </Banner>
      )}
      {leftClosed === null || leftClosedTitle === undefined ? null : (
        <Banner
          kind="warning"
          words={`“${leftClosedTitle}” was left closed: the window ended ${times(leftClosed.times)} while it was being opened. What is in it is kept. Help › Save error report… tells of it.`}
        >
          <Button onClick={() => void app.workbench.openArticle(leftClosed.articleId).catch(app.reportFault)}>
            Open anyway
          </Button>
          <Button onClick={() => app.interface.setState({ leftClosed: null })}>Leave it closed</Button>
        </Banner>
      )}
      {misfits === 0 ? null : (
        <Banner
          kind="warning"
          words={`${count(misfits, 'annotation')} of this article did not fit its text. Tools › Check and repair project shows them.`}
        />
      )}
      {trashed === null ? null : (
        <Banner kind="warning" words="This article is in the trash.">
          <Button onClick={() => performInList(app, restoreArticles([trashed], new Date().toISOString()))}>
            Restore
          </Button>
        </Banner>
      )}
    </section>
  );
}

interface BannerProps {
  readonly kind: 'danger' | 'warning';
  readonly words: string;
  readonly children?: ReactNode;
}

function Banner({ kind, words, children }: BannerProps) {
  return (
    <div className="banner" data-kind={kind}>
      <p role={kind === 'danger' ? 'alert' : undefined}>{words}</p>
      {children}
    </div>
  );
}

function times(number: number): string {
  return number === 2 ? 'twice' : `${number} times`;
}
