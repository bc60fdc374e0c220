import { commandsAnnotation } from './commands/annotation.ts';
import { commandsArticle } from './commands/article.ts';
import { commandsEdit } from './commands/edit.ts';
import { commandsFile } from './commands/file.ts';
import { commandsGo } from './commands/go.ts';
import { commandsHelp } from './commands/help.ts';
import { commandsSuggestion } from './commands/suggestion.ts';
import { commandsTools } from './commands/tools.ts';
import { commandsView } from './commands/view.ts';
import { commands } from './commands.ts';
import { menu } from './menu.ts';
import { panelsAnnotations } from './panels/annotations.ts';
import { panelsArticles } from './panels/articles.ts';
import { panelsCard } from './panels/card.ts';
import { panelsCast } from './panels/cast.ts';
import { panelsFindBar } from './panels/find-bar.ts';
import { panelsGuideline } from './panels/guideline.ts';
import { panelsMargin } from './panels/margin.ts';
import { panelsNotices } from './panels/notices.ts';
import { panelsSelectionBar } from './panels/selection-bar.ts';
import { panelsStatusBar } from './panels/status-bar.ts';
import { panelsSuggestionBar } from './panels/suggestion-bar.ts';
import { panelsText } from './panels/text.ts';
import { panelsToolBar } from './panels/tool-bar.ts';
import { panels } from './panels.ts';
import { viewsExport } from './views/export.ts';
import { viewsPalette } from './views/palette.ts';

/** What the interface says, in English: the messages that every other language has to have. */
export const english = {
  ...commands,
  ...commandsAnnotation,
  ...commandsArticle,
  ...commandsEdit,
  ...commandsFile,
  ...commandsGo,
  ...commandsHelp,
  ...commandsSuggestion,
  ...commandsTools,
  ...commandsView,
  ...menu,
  ...panels,
  ...panelsAnnotations,
  ...panelsArticles,
  ...panelsCard,
  ...panelsCast,
  ...panelsFindBar,
  ...panelsGuideline,
  ...panelsMargin,
  ...panelsNotices,
  ...panelsSelectionBar,
  ...panelsStatusBar,
  ...panelsSuggestionBar,
  ...panelsText,
  ...panelsToolBar,
  ...viewsExport,
  ...viewsPalette,
} as const;

export type English = typeof english;
export type MessageKey = keyof English;
