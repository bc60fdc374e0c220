import { runCommand } from '../../app/command-registry.ts';
import { listedArticles } from '../../app/list-articles.ts';
import { useApplication, useInterface, useProject } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import './start.css';

/** What stands in the place of the text when no article is open. */
export function EmptyProject() {
  const app = useApplication();
  const listed = useProject((state) => listedArticles(state.articles).length);
  const starting = useInterface((state) => state.starting);
  const canWrite = useProject((state) => state.saving.kind !== 'readOnly');
  if (starting) {
    return (
      <div className="empty-project">
        <p className="late-words">Opening the project…</p>
      </div>
    );
  }
  return (
    <div className="empty-project">
      <h2>{listed === 0 ? 'Open a news article' : 'Choose an article'}</h2>
      <p>
        {listed === 0
          ? 'Drop text files here, open a folder of them, or paste an article’s text. Your files are read, never changed.'
          : 'The list on the left has all of them; Ctrl+K finds one by a few letters of its title.'}
      </p>
      {canWrite ? (
        <div className="empty-project-actions">
          <Button kind="primary" onClick={() => void runCommand(app, 'file.open')}>
            Open…
          </Button>
          <Button onClick={() => void runCommand(app, 'file.openFolder')}>Open folder…</Button>
          <Button onClick={() => void runCommand(app, 'file.paste')}>Paste text</Button>
        </div>
      ) : null}
    </div>
  );
}
