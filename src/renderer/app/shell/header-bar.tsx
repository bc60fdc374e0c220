import { PanelLeft, PanelRight, Search } from 'lucide-react';
import { count } from '../../../core/text/number-words.ts';
import { ToolBar } from '../../panels/tool-bar/tool-bar.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { isMac } from '../application.ts';
import { runCommand } from '../command-registry.ts';
import { ariaKeysOf, keyLabelsOf } from '../keys/key-labels.ts';
import { listedArticles } from '../list-articles.ts';
import { useApplication, useProject } from '../use-application.ts';

interface HeaderBarProps {
  readonly articlesShown: boolean;
  readonly sideShown: boolean;
}

export function HeaderBar({ articlesShown, sideShown }: HeaderBarProps) {
  const app = useApplication();
  const name = useProject((state) => state.project.name);
  const articles = useProject((state) => listedArticles(state.articles).length);
  const mac = isMac(app);
  const [paletteKeys = ''] = keyLabelsOf('view.commandPalette', mac);
  return (
    <header className="header-bar">
      <div className="header-side">
        <IconButton
          icon={PanelLeft}
          label="Article list"
          aria-pressed={articlesShown}
          aria-keyshortcuts={ariaKeysOf('view.articles', mac)}
          onClick={() => void runCommand(app, 'view.articles')}
        />
        <h1 className="brand">Ascribe</h1>
        <button
          type="button"
          className="project-name"
          title="Projects…"
          aria-haspopup="dialog"
          aria-keyshortcuts={ariaKeysOf('file.projects', mac)}
          onClick={() => void runCommand(app, 'file.projects')}
        >
          <bdi>{name}</bdi> · {count(articles, 'article')}
        </button>
      </div>
      <ToolBar />
      <div className="header-side">
        <button
          type="button"
          className="palette-button"
          aria-keyshortcuts={ariaKeysOf('view.commandPalette', mac)}
          onClick={() => void runCommand(app, 'view.commandPalette')}
        >
          <Search size={14} aria-hidden="true" />
          <span className="palette-button-words">Search or run a command</span>
          <KeyCap>{paletteKeys}</KeyCap>
        </button>
        <IconButton
          icon={PanelRight}
          label="Annotations panel"
          aria-pressed={sideShown}
          aria-keyshortcuts={ariaKeysOf('view.side', mac)}
          onClick={() => void runCommand(app, 'view.side')}
        />
      </div>
    </header>
  );
}
