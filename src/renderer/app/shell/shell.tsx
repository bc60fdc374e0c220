import { AnnotationsPanel } from '../../panels/annotations/annotations-panel.tsx';
import { ArticlesPanel } from '../../panels/articles/articles-panel.tsx';
import { Card } from '../../panels/card/card.tsx';
import { FindBar } from '../../panels/find-bar/find-bar.tsx';
import { NoticeStack } from '../../panels/notices/notices.tsx';
import { StatusBar } from '../../panels/status-bar/status-bar.tsx';
import { SplitHandle } from '../../ui/split-handle.tsx';
import { DropZone } from '../../views/opening/drop-zone.tsx';
import { GuidedTour } from '../../views/start/guided-tour.tsx';
import { narrowWindow } from '../narrow-window.ts';
import { placeIds } from '../places.ts';
import { useApplication, useInterface, useSettings } from '../use-application.ts';
import { useMedia } from '../use-media.ts';
import { useTheme } from '../use-theme.ts';
import { Banners } from './banners.tsx';
import { HeaderBar } from './header-bar.tsx';
import { OpenDialogs } from './open-dialogs.tsx';
import { settingsLimits } from './panel-limits.ts';
import { Workspace } from './workspace.tsx';
import './shell.css';

/** The whole window: header, articles, text, annotations, foot. */
export function Shell() {
  useTheme();
  const app = useApplication();
  const narrow = useMedia(narrowWindow);
  const drawer = useInterface((state) => state.drawer);
  const settings = useSettings((state) => state);
  const articlesShown = narrow ? drawer === 'articles' : settings.articlesShown;
  const sideShown = narrow ? drawer === 'side' : settings.sideShown;
  return (
    <div className="shell">
      <HeaderBar articlesShown={articlesShown} sideShown={sideShown} />
      <Banners />
      <div className="rooms">
        {articlesShown ? (
          <div className="room-articles" id="articles-room" style={{ width: settings.articlesWidth }}>
            <ArticlesPanel />
            <GuidedTour />
          </div>
        ) : null}
        <main className="room-text">
          {articlesShown && !narrow ? (
            <SplitHandle
              label="Width of the article list"
              value={settings.articlesWidth}
              {...settingsLimits.articlesWidth}
              panel="left"
              controls="articles-room"
              onChange={(articlesWidth) => app.settings.change({ articlesWidth })}
            />
          ) : null}
          <Workspace />
          <FindBar />
          {sideShown && !narrow ? (
            <SplitHandle
              label="Width of the side panel"
              value={settings.sideWidth}
              {...settingsLimits.sideWidth}
              panel="right"
              controls="side-room"
              onChange={(sideWidth) => app.settings.change({ sideWidth })}
            />
          ) : null}
        </main>
        {sideShown ? (
          <aside
            className="room-side"
            id="side-room"
            aria-label="Side panel"
            style={{ width: settings.sideWidth }}
          >
            <div>
              <Card />
              <AnnotationsPanel />
            </div>
          </aside>
        ) : null}
      </div>
      <StatusBar />
      <NoticeStack />
      <section id={placeIds.menus} aria-label="Menus" />
      <DropZone />
      <OpenDialogs />
    </div>
  );
}
